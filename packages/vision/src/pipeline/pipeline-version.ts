/**
 * Stamped on every template beside the embedder's id; templates of different pipelines are never compared.
 *
 * Raise it whenever the same photo and the same weights would give another template: decoding (working size, colour, alpha),
 * crop geometry, sampling, pooling of vectors. Do not raise it for what only changes which heads are found or how they are judged.
 * After raising it, stored templates must be made again (`snout re-embed`).
 */
export const PIPELINE_VERSION = '1';
