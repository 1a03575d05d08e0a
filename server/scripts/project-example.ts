// The example of a project file in the documentation; a test reads it without a complaint.

export const exampleProject = `# How the guidelines in this folder are checked.
profile: grade

rules:
  order-incomplete: warning
  number-format-mixed: off
  abbreviation-undefined:
    severity: information
    known: [KTW, OPD]

overrides:
  - files: ["pocket-cards/**"]
    rules:
      abbreviation-undefined: off

dictionary:
  medicines:
    tribavirin: [viramid forte]
  abbreviations:
    KTW: kangaroo mother care ward
  glossary:
    health post: the smallest facility, without a doctor
  analytes:
    procalcitonin: [PCT]
  wording:
    we strongly advise: strong
    may be tried: weak

ignore: ["drafts/**", "archive/**"]
`;
