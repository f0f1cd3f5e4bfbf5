import type { Panel } from "./panel/panel";
import { prepareWith } from "./panel/panel-context";
import { type Networks, predictBySets, toRivalSpec } from "./panel-model";
import { fitPersonal, type Personal } from "./personal";
import { pickPersonal } from "./personal-trial";
import { type Smoothed, scoreRivals, toSmoothedKey } from "./rivals/choice";
import { type Contest, type ContestWindow, type Stretch, toHeld } from "./rivals/contests";
import type { WholeWindow } from "./window/window-batch";

/** What is done with some series of a panel after a stage's networks were trained. */
export interface BlockOrder {
  /** Places of the series: [from, to). */
  from: number;
  to: number;
  networks: Omit<Networks, "spec" | "personal">;
  endDay: number;
  /** Series that get own last layers, by id; all of them where null. */
  tuned: readonly string[] | null;
  /** The test on the days after the stage; none after the last one. */
  test: {
    days: Stretch;
    windows: readonly ContestWindow[];
    /** Series that are forecast with their own last layers. */
    helped: readonly string[];
  } | null;
}

/** What came of a block. */
export interface BlockResult {
  /** Own last layers of the series that were tuned. */
  personal: Personal;
  contests: Contest[];
  /** Smoothing from the first day of the test, which the last one's scores need again. */
  smoothed: [key: string, mean: Float64Array | null][];
}

type Test = NonNullable<BlockOrder["test"]>;

function holdContests(panel: Panel, order: BlockOrder, test: Test, own: Personal): Omit<BlockResult, "personal"> {
  const { spec } = panel;
  const { networks, from, to } = order;
  const prepared = prepareWith(networks.context, spec, panel.series.slice(from, to), test.days.to);
  const windows = test.windows.flatMap(({ place, ...window }) => {
    const each = prepared[place - from];
    return each ? [{ ...window, prepared: each }] : [];
  });
  const picked = pickPersonal(own, Object.fromEntries(test.helped.map((id) => [id, 0])));
  const [shared = [], tuned = []] = predictBySets({ ...networks, spec }, windows, [{}, own]);
  const smoothed: Smoothed = new Map();
  const rivalSpec = { ...toRivalSpec({ spec, context: networks.context }), smoothed };
  const isFirst = ({ prepared: { series }, origin }: WholeWindow) => series.firstDay + origin + 1 === test.days.from;
  const contests = windows.flatMap((window, i): Contest[] => {
    const [before, after] = [shared[i], tuned[i]];
    if (!before || !after) return [];
    const { id, firstDay } = window.prepared.series;
    const held = toHeld(spec, window, picked[id] ? after : before);
    const rivals = window.isMasked ? null : scoreRivals(window, held, rivalSpec);
    const trial = window.isMasked ? null : { own: after.mean, shared: before.mean };
    return [{ id, day: firstDay + window.origin, held, rivals, trial }];
  });
  const again = windows.filter((window) => !window.isMasked && isFirst(window)).map(toSmoothedKey);
  return {
    contests,
    smoothed: again.flatMap((key) => {
      const mean = smoothed.get(key);
      return mean === undefined ? [] : [[key, mean]];
    }),
  };
}

/** Tunes own last layers of some series and tests the networks on them; each series alone, so that blocks may be done in any order. */
export function workBlock(panel: Panel, order: BlockOrder): BlockResult {
  const { networks, tuned, test } = order;
  const kit = { spec: panel.spec, context: networks.context };
  const series = panel.series.slice(order.from, order.to).filter(({ id }) => tuned?.includes(id) ?? true);
  const personal = fitPersonal(prepareWith(kit.context, kit.spec, series, order.endDay), kit, networks.members);
  return { personal, ...(test ? holdContests(panel, order, test, personal) : { contests: [], smoothed: [] }) };
}
