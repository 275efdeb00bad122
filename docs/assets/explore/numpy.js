// Numbers as a program with NumPy has them.
// @ts-check

/** A matrix. @param {number[][]} rows */
export const array = (rows) => `np.array([${rows.map((row) => `[${row.join(", ")}]`).join(", ")}])`;
