// What the words of an instruction alone tell of its reach: a ban's strength ("Never use glucose 50 %" says nothing of
// glucose 10 %), and that a list below says of whom it is. It must not know what is given.

export function isOfOtherStrength(ban: string, advice: string): boolean {
  const [barred, used] = [percents(ban), percents(advice)];
  // "Hypertonic saline" is of 3 % or more.
  const strong = /\bhypertonic\b/i.test(advice) && barred.every((one) => Number(one.replace(",", ".")) > 0.9);
  return barred.length > 0 && !strong && !used.some((one) => barred.includes(one));
}

const fluid =
  /\b(?:glucose|dextrose|saline|sodium|chloride|solution|cream|ointment|gel|albumin|potassium|bicarbonate|calcium|magnesium)\b[^.;]{0,12}\d *%|\d *%[^.;]{0,4}\b(?:glucose|dextrose|saline|sodium|albumin)\b/i;

const percents = (clause: string): readonly string[] =>
  fluid.test(clause) ? (clause.match(/\d+(?:[.,]\d+)?(?= *%)/g) ?? []) : [];

/** "Primaquine is contraindicated in:" */
export const leadsList = (sentence: string): boolean =>
  /\b(?:in|if|for|when|to|with|during|after|who|following|patients|people|those)[\s*_]*:[\s*_]*$|:\s+[-•▫]\s/i.test(
    sentence,
  );

/** "If it is below the level for phototherapy", and if it is above it. */
export const areComplements = (one: string, other: string): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([a = "", b = ""]) => {
    const [, level] = under.exec(a) ?? [];
    const [, same] = over.exec(b) ?? [];
    return level !== undefined && level.toLowerCase() === same?.toLowerCase();
  });
const under = /\b(?:below|under|less +than|lower +than)\s+(?:the +|this +|that +)?([a-zß-öø-ɏ]{4,})/i;
const over =
  /\b(?:above|over|more +than|higher +than|greater +than|exceeds|reaches)\s+(?:the +|this +|that +)?([a-zß-öø-ɏ]{4,})/i;
