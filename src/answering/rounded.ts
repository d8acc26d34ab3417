/** Four places are what the figures can carry; it keeps an answer the same to the byte wherever it is reckoned. */
export const rounded = (value: number): number => Number(value.toFixed(4))
