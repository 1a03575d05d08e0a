// What a guideline numbers, and the words for it. It must not know where they stand.

/** By kind: its words, the second and later ones as others call it. A plural may name several numbers. */
const words = {
  section:
    "section|sections|subsection|subsections|sub-section|sub-sections|sect\\.|sect|sec\\.|subsec\\.|paragraph|paragraphs|para\\.|§|§§",
  chapter: "chapter|chapters|chap\\.|chaps\\.|chap|ch\\.",
  part: "part|parts",
  module: "module|modules",
  table: "table|tables|tab\\.|tbl\\.|tbl",
  figure: "figure|figures|fig\\.|figs\\.|fig|figs",
  box: "box|boxes|panel|panels",
  annex:
    "annex|annexe|annexes|annexure|annexures|appendix|appendices|appendixes|attachment|attachments|app\\.|appx\\.|ann\\.|addendum|addenda",
  algorithm: "algorithm|algorithms",
  flowchart: "flowchart|flowcharts|flow chart|flow charts|flow-chart|flow-charts|flow diagram|flow diagrams",
  chart: "chart|charts",
  recommendation: "recommendation|recommendations",
  form: "form|forms",
  checklist: "checklist|checklists",
  tool: "tool|tools|job aid|job aids",
  worksheet: "worksheet|worksheets",
  diagram: "diagram|diagrams",
  plate: "plate|plates",
  map: "map|maps",
  card: "card|cards",
  illustration:
    "illustration|illustrations|picture|pictures|photo|photos|photograph|photographs|image|images",
  graph: "graph|graphs",
  scheme: "scheme|schemes",
  template: "template|templates",
  handout: "handout|handouts",
  page: "page|pages|p\\.|pp\\.|pg\\.|pgs\\.|pg",
  step: "step|steps|point",
  note: "note|notes",
  protocol: "protocol|protocols",
  pathway: "pathway|pathways",
  regimen: "regimen|regimens|regimes|regime",
  plan: "plan|plans",
  procedure: "procedure|procedures",
  message: "key message|key messages|message|messages",
  example: "example|examples",
  scenario: "scenario|scenarios",
  supplement: "supplement|supplements",
  rule: "rule|rules",
  question: "question|questions",
  criterion: "criterion|criteria",
} as const;

export type LabelKind = keyof typeof words;

const byWord = new Map(
  Object.entries(words).flatMap(([kind, list]) =>
    list.split("|").map((word) => [word.replace("\\", ""), kind as LabelKind] as const),
  ),
);

/** The words as a pattern, longest first. */
export const kindPattern = `(?:${Object.values(words)
  .flatMap((list) => list.split("|"))
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace(/ /g, "\\s"))
  .join("|")})`;

export function kindOf(word: string): LabelKind | undefined {
  return byWord.get(word.toLowerCase().replace(/\s+/g, " "));
}

/** What other books number, too: only where this one numbers several. */
export const isCommonName = (kind: LabelKind): boolean =>
  /^(?:protocol|pathway|regimen|plan|procedure|message|example|scenario|supplement|rule|question|criterion)$/.test(
    kind,
  );

export const isPlural = (word: string): boolean =>
  /(?:[^s]s|es|ices|§§|figs\.|pp\.)$/i.test(word) && !/^(?:annex|appendix)$/i.test(word);

export const wordFor = (kind: LabelKind): string => (kind === "annex" ? "annex or appendix" : kind);
