// What Python and the browser tell each other, field by field. `contract.py`, beside this file, says
// what each means; `tests/live/test_contract.py` compares the two. A new field goes into both.
// Types only: no browser fetches this file.

/** @typedef {Record<string, string>} Texts */

/** @typedef {{kind: string, words: string}} TagData */

/**
 * @typedef {{field: string, label: string, note: string, help: string, unit: string,
 *   values: string[], stands: "axis" | "handle" | "apart"}} ControlData
 */

/**
 * @typedef {{field: string, label: string, options: Record<string, string>,
 *   opens: Record<string, Texts>, steps: boolean}} ChoiceData
 */

/** @typedef {{words: string, texts: Texts}} TryData */

/**
 * @typedef {{name: string, from_width: number, side: number, left: number, right: number,
 *   height: number, top: number, plot: number}} FormSizes
 */

/**
 * @typedef {{view: string, title: string, tag: TagData, note: string, caution: string,
 *   cited: string[], beside: boolean, handle: string, sentence: string, texts: Texts,
 *   address: string, addressed: string[], embed: string,
 *   plotly: string, controls: ControlData[],
 *   unused: string[], usual: Texts | null, choices: ChoiceData[], tries: TryData[],
 *   forms: FormSizes[], folded: string, words: Texts}} ChartData
 */

/**
 * @typedef {{headline: string, where: string, question: string, answers: string[], guess: string,
 *   link: string, steps: boolean, usual: Texts, chart: ChartData}} SceneData
 */

/**
 * @typedef {{scenes: SceneData[], number: number, window: string, notice: string,
 *   health: string, rooms: string}} TalkData
 */

/** @typedef {{scenes: SceneData[], home: string, letters: string}} FollowedData */

/**
 * @typedef {{scene: number, texts: Texts, asks: boolean, black: boolean, turn: number,
 *   talk: string}} SeenData
 */

/**
 * @typedef {{seats: number, scene: number, turn: number, votes: Record<string, number>,
 *   apart: boolean}} CountsData
 */

/** @typedef {{columns: string[], rows: string[][]}} Table */

/** @typedef {{panels: Record<string, any>, sentence: string, table: Table}} DocumentData */

/** @typedef {{start: number, length: number}} FloatsData */

/**
 * @typedef {{path: (string | number)[], controls: number[], size: number, floats: FloatsData,
 *   distinct: (string | boolean | null)[], index: number[]}} FrameData
 */

/**
 * @typedef {{document: DocumentData, steps: number[], unused: string[],
 *   frames: FrameData[]}} HeaderData
 */

export {};
