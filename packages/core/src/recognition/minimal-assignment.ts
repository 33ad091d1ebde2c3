/** Columns of the cost table, and who holds them so far. Potentials keep every reduced cost >= 0 and those of held cells at 0. */
interface State {
  readonly costs: readonly (readonly number[])[];
  readonly width: number;
  readonly rowPotential: number[];
  readonly columnPotential: number[];
  /** The row that holds each column. */
  readonly holder: (number | undefined)[];
}

/** The cheapest way from a new row over held columns to a free one. */
interface Path {
  readonly end: number;
  readonly length: number;
  /** Length of the way to each column. */
  readonly distance: readonly number[];
  readonly previous: readonly (number | undefined)[];
  readonly settled: ReadonlySet<number>;
}

/**
 * For each row of the cost table its column, no column twice, at the least total cost. Takes at least as many columns as rows.
 * Hungarian method with shortest augmenting paths (Jonker and Volgenant 1987), O(rows^2 * columns).
 */
export function minimalAssignment(costs: readonly (readonly number[])[]): readonly number[] {
  const width = costs[0]?.length ?? 0;
  if (width < costs.length) throw new RangeError(`An assignment takes at least as many columns as rows, not ${costs.length} x ${width}.`);
  const state: State = {
    costs,
    width,
    rowPotential: costs.map(() => 0),
    columnPotential: Array.from({ length: width }, () => 0),
    holder: Array.from({ length: width }, () => undefined),
  };
  for (const row of costs.keys()) {
    const path = shortestPath(state, row);
    updatePotentials(state, row, path);
    handOver(state, row, path);
  }
  return costs.map((_, row) => state.holder.indexOf(row));
}

/** Dijkstra's method on reduced costs. */
function shortestPath(state: State, row: number): Path {
  const distance = Array.from({ length: state.width }, (_, column) => reducedCost(state, row, column));
  const previous: (number | undefined)[] = Array.from({ length: state.width }, () => undefined);
  const settled = new Set<number>();
  for (;;) {
    const end = nearest(distance, settled);
    const length = distance[end] ?? 0;
    const holder = state.holder[end];
    if (holder === undefined) return { end, length, distance, previous, settled };
    settled.add(end);
    for (let column = 0; column < state.width; column++) {
      const through = length + reducedCost(state, holder, column);
      if (settled.has(column) || through >= (distance[column] ?? 0)) continue;
      distance[column] = through;
      previous[column] = end;
    }
  }
}

function updatePotentials(state: State, row: number, path: Path): void {
  state.rowPotential[row] = (state.rowPotential[row] ?? 0) + path.length;
  for (const column of path.settled) {
    const slack = path.length - (path.distance[column] ?? 0);
    state.columnPotential[column] = (state.columnPotential[column] ?? 0) - slack;
    const holder = state.holder[column];
    if (holder !== undefined) state.rowPotential[holder] = (state.rowPotential[holder] ?? 0) + slack;
  }
}

/** Every row on the path moves one column on; the new row gets the first. */
function handOver(state: State, row: number, path: Path): void {
  let column: number | undefined = path.end;
  while (column !== undefined) {
    const before: number | undefined = path.previous[column];
    state.holder[column] = before === undefined ? row : state.holder[before];
    column = before;
  }
}

function reducedCost(state: State, row: number, column: number): number {
  return (state.costs[row]?.[column] ?? 0) - (state.rowPotential[row] ?? 0) - (state.columnPotential[column] ?? 0);
}

function nearest(distance: readonly number[], settled: ReadonlySet<number>): number {
  let best = -1;
  distance.forEach((value, column) => {
    if (!settled.has(column) && (best < 0 || value < (distance[best] ?? 0))) best = column;
  });
  return best;
}
