"""What words mean, whoever asks: sentences, dates, names, quantities and the lexicon of cues."""
