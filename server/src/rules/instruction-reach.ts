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
  /\b(?:in|of|if|for|when|to|with|during|after|who|following|patients|people|those)[\s*_]*:[\s*_]*$|\b(?:in|for|to|when|at|on|with|after)\s+(?:only\s+)?(?:one|two|three|four|five|six|\d+|the +following|these|some|certain|such)\s[^.:]{3,60}:[\s*_]*$|:\s+[-•▫]\s/i.test(
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
    const [, last] = goingOn.exec(a) ?? [];
    const [, first] = stopping.exec(b) ?? [];
    return (
      (level !== undefined && level.toLowerCase() === same?.toLowerCase()) ||
      (last !== undefined && last === first) ||
      isPutElsewhere(a, b)
    );
  });
/** "Do not put the condom into the toilet", and a use of it that has no such place. */
function isPutElsewhere(ban: string, advice: string): boolean {
  const [, told = ""] = put.exec(ban) ?? [];
  const place = told.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return place.length > 0 && !place.some((word) => advice.toLowerCase().includes(word));
}
const put =
  /\b(?:not|never)\s+(?:put|pour|throw|drop)\b[^.;:]{0,30}?\s(?:in|into|onto|down)\s+((?:an?|the)\s+[^.;:,]{3,40})/i;
/** "It can be continued to age 50", and "stop it at age 50": the one ends where the other does. */
const goingOn = /\bcontinu[a-zß-öø-ɏ]*\b[^.;\d]*?\b(?:until|till|up +to|to)\b[^.;\d]{0,20}(\d+)/i;
const stopping =
  /\b(?:stop|discontinu|withdraw|wean|ceas|remov)[a-zß-öø-ɏ]*\b[^.;\d]*?\b(?:at|after|from|by|on|when)\b[^.;\d]{0,20}(\d+)/i;
const under = /\b(?:below|under|less +than|lower +than)\s+(?:the +|this +|that +)?([a-zß-öø-ɏ]{4,})/i;
const over =
  /\b(?:above|over|more +than|higher +than|greater +than|exceeds|reaches)\s+(?:the +|this +|that +)?([a-zß-öø-ɏ]{4,})/i;
