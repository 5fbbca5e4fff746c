"""A sequence labeller for source, cue and content: a linear-chain CRF (Lafferty, McCallum and Pereira, ICML 2001) that brings recall to the rules."""
