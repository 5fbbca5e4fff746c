"""Who says it: rules over the lexicon find source, cue and content in a sentence; the discourse leads them back to whom they mean."""
