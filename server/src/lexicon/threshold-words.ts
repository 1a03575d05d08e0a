// Words around a threshold: what is done there (given, stopped, aimed at, defined), interventions that are no
// medicines, events that a value is measured after, and words that say nothing. Own list. It must not know texts.

export type ActionKind = "define" | "do" | "stop" | "reduce" | "target" | "discharge" | "refer" | "test";

const kindWords: Readonly<Record<ActionKind, string>> = {
  define:
    "mean means meant define defined defines definition definitions diagnosis diagnosed diagnose diagnostic diagnoses criteria criterion classify classified classification grade grading grades called call-it terms term considered suggests suggest indicates indicate confirmed confirms speak staging stage stages remains present active",
  do: "treat treated treating treatment give given gives giving start started starts starting begin begins begun offer transfuse transfused transfusion administer administered add added correct corrected correction infuse initiate initiated commence commenced need needs needed require requires required use used uses consider receive receives indicated indication indications prescribe add-on do eligible qualify qualifies prescribes inject injected hang hung ordered issued warrants warrant",
  stop: "omitted omits skip skipped cancel cancelled cancels stop stopped stops stopping discontinue discontinued withhold withheld withholds hold holds held omit avoid avoided contraindicated never off suspend suspended cease ceased leave defer deferred deferring postpone postponed postponing withdraw withdrawn withdraws withdrawing pause paused pauses pausing interrupt interrupted halt halted",
  reduce: "reduce reduced reduces reducing halve halved halves lower lowered wean weaned decrease decreased",
  target:
    "aim aims aimed aiming target targets targeted targeting goal goals keep keeping kept maintain maintained maintaining achieve achieved until till ideal desired desirable normal normally usual",
  discharge: "discharge discharged discharging recovered recovery resolved resolves cured cure home",
  refer:
    "refer referred referral transfer transferred admit admitted admission admissions call calls notify notified inform alert escalate escalated review icu hospital send sends sent enter enters enrol enrolled enrols enroll",
  test: "test tested tests testing screen screened screening measure measured check checked repeat repeated monitor recheck investigate",
};

export const kindByWord: ReadonlyMap<string, ActionKind> = new Map(
  Object.entries(kindWords).flatMap(([kind, words]) =>
    words.split(" ").map((word) => [word, kind as ActionKind]),
  ),
);

const interventions: Readonly<Record<string, string>> = {
  transfusion: "transfuse transfused transfusion transfusions transfusing rbc rbcs prbc prbcs",
  "exchange transfusion": "exchange",
  oxygen: "oxygen prongs cannula cannulae",
  dialysis: "dialysis dialyse haemodialysis hemodialysis",
  intubation: "intubate intubated intubation",
  ventilation: "ventilate ventilated ventilation cpap",
  phototherapy: "phototherapy",
  "lumbar puncture": "puncture",
  surgery: "surgery operate operation surgical",
  caesarean: "caesarean cesarean",
  cooling: "cool cooled cooling",
  warming: "warmer warm warmed warming rewarm rewarming",
  antiretrovirals: "antiretrovirals antiretroviral art haart",
  antibiotics: "antibiotics antibiotic",
  antihypertensives: "antihypertensives antihypertensive",
  vasopressors: "vasopressor vasopressors inotrope inotropes",
  fluids: "fluids fluid bolus",
  feeding: "feed feeds feeding",
  platelets: "platelets",
  fibrinolytics: "thrombolysis thrombolyse thrombolysed thrombolytic",
  chemotherapy: "chemotherapy",
  "regional anaesthesia": "epidural epidurals spinal spinals neuraxial",
};
/** Too broad to make two thresholds one where medicines are named. */
export const interventionNames: ReadonlySet<string> = new Set(Object.keys(interventions));
export const interventionByWord: ReadonlyMap<string, string> = new Map(
  Object.entries(interventions).flatMap(([id, words]) => words.split(" ").map((word) => [word, id] as const)),
);

/** Which of several measurements is meant: they have thresholds of their own. */
export const aspects: ReadonlyMap<string, string> = new Map(
  (
    [
      ["fasting", "fasting fasted preprandial pre-meal waking"],
      ["random", "random"],
      ["positive test", "positive reactive"],
      ["urgent", "urgent urgently non-urgent"],
      ["after a meal", "postprandial post-prandial prandial meal meals"],
      ["tolerance", "tolerance ogtt 2-hour two-hour"],
      [
        "difference",
        "rise rises rose increase increased fall falls-by drop decrease difference change gain falling rising dropping",
      ],
      ["sustained", "sustained persistent persistently lasts lasting"],
      ["corrected", "corrected"],
      ["trough", "trough"],
      ["ratio", "ratio times"],
      ["low altitude", "lowland lowlands valley valleys"],
      ["high altitude", "altitude altitudes highland highlands mountains"],
      ["dried blood", "dried dry dbs"],
    ] as const
  ).flatMap(([aspect, words]) => words.split(" ").map((word) => [word, aspect] as const)),
);

/** What a value is measured before, after or during. */
export const events: ReadonlySet<string> = new Set(
  "birth delivery surgery operation operations treatment transfusion caesarean cesarean admission arrival discharge dialysis labour labor pregnancy exercise resuscitation rehydration bolus chemotherapy procedure meal night".split(
    " ",
  ),
);

/** Words that tell two thresholds neither together nor apart. */
export const emptyWords: ReadonlySet<string> = new Set(
  (
    "the and for with from that this these those than then when whenever where while who whom whose which what any all each every one two are was were been being has have had may can will would should shall must might does did done also only even very more most less least other another such same own its his her their them they she him you your our into onto over under above below about after before during between within through upon per via out too here there now again still yet both either neither nor but not non without unless until because since value values level levels count counts concentration concentrations reading readings result results measurement measured patient patients people person persons case cases adult adults child children woman women man men baby babies infant infants newborn newborns neonate neonates blood serum plasma venous arterial capillary whole total rate time times hour hours day days week weeks minute minutes month months year years or if is it in of at to on by as an be so do no up " +
    "greater higher lower equal falls fall drops drop rises rise exceeds exceed reaches reach remains remain becomes become stays least count counted present shows show found signs sign symptoms symptom table section chapter see cell cells condition conditions met meet meets individual individuals person persons people three four five six seven eight ten go goes going come comes key message messages point points summary reminder reminders remember box recommend recommends recommended recommendation recommendations suggest suggests suggested advise advises advised advice panel card note notes tip tips checklist despite yes limit limits threshold thresholds cutoff cut-off trigger known absence presence orally mouth test tests continue continues continued prove proves proved stay occasion occasions apart consecutive"
  ).split(" "),
);
