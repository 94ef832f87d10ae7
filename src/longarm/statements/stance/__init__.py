"""Stance: what keeps a clause from being a plain assertion: the words of doubt, and the denials, that reach it.

Where to look: `hedging` puts both together for a candidate, along the chain of those who speak. What a clause
itself does is in `stance`. Its doubts: which words they are (`hedgewords`, with `hedgenouns`, `hedgeverbs` and
`modals`), from where they reach it (`overhead`, `conditions`, `caveats`, `sourced`), and which of them are of
something else (`plainness`, `asserted`). Its denials: words of its own (`negation`, with `absence`, `opposites`
and `refusals` for what looks like one), what calls it false or unproved (`disproof`, `falsity`), and the
speakers' (`withdrawing`). What is neither told nor denied is in `openness`, and what is only meant in `sought`.
"""
