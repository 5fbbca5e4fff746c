"""A sequence labeller for source, cue and content, which brings recall to the rules.

A linear-chain conditional random field: Lafferty, McCallum and Pereira, ICML 2001.
"""
