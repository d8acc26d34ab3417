export const sentenceWeights: readonly number[] = [2, 1, 2, 2, 1, 0.5, 0.5, 1, 1, 1, 0.5, 0, 0.3, -1, 0.1, 0, 0]
