"""Distributional clusters of words, made at training time: words with like neighbours share a feature (Miller et al., HLT-NAACL 2004)."""

from collections import Counter
from collections.abc import Sequence

_CONTEXTS = 3000  # the most frequent words count as neighbours
_DIMENSIONS = 80
_COARSE, _FINE = 40, 160
_WINDOW = (-2, -1, 1, 2)


def clusters_of(kept: Sequence[str], texts: Sequence[Sequence[str]], seed: int) -> dict[str, tuple[int, int]]:
    """A coarse and a fine cluster for each word, from the positive pointwise mutual information with its neighbours, reduced by SVD."""
    import numpy as np
    from scipy.sparse import coo_matrix
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.utils.extmath import randomized_svd

    frequency = Counter(word for text in texts for word in text)
    context = {word: at for at, (word, _) in enumerate(sorted(frequency.items(), key=lambda item: (-item[1], item[0]))[:_CONTEXTS])}
    row_of = {word: at for at, word in enumerate(kept)}
    rows, columns = [], []
    for text in texts:
        for at, word in enumerate(text):
            row = row_of.get(word)
            if row is None:
                continue
            for slot, offset in enumerate(_WINDOW):
                there = at + offset
                if 0 <= there < len(text) and text[there] in context:
                    rows.append(row)
                    columns.append(context[text[there]] + _CONTEXTS * slot)
    counts = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(kept), _CONTEXTS * len(_WINDOW))).tocsr()
    by_row = np.asarray(counts.sum(1)).ravel() + 1e-9
    by_column = (np.asarray(counts.sum(0)).ravel() + 1e-9) ** 0.75  # smoothed, as rare neighbours would weigh too much
    cells = counts.tocoo()
    expected = by_row[cells.row] * by_column[cells.col] / by_column.sum()
    cells.data = np.maximum(np.log(cells.data / expected), 0)
    left, strength, _ = randomized_svd(cells.tocsr(), _DIMENSIONS, random_state=seed)
    vectors = left * np.sqrt(strength)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    coarse, fine = (MiniBatchKMeans(k, random_state=seed, n_init=5, batch_size=4096).fit_predict(vectors) for k in (_COARSE, _FINE))
    return {word: (int(coarse[at]), int(fine[at])) for word, at in row_of.items()}
