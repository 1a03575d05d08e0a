// Words that say that something holds all the same: "whatever the score", "alert or not", "however pale the child". It
// must not know what holds.

const forms =
  /,\s*even +(?:if|when|where)\s+[^.;,:]{2,60}(?=[.;,:]|$)|,?\s*\b(?:(?:whatever|whichever|regardless +of|irrespective +of|independent(?:ly)? +of|no +matter +(?:how|what|which|whether))\s+[^.;,:]{2,50}?|however\s+[a-zß-öø-ɏ]+\s+(?:the|he|she|it|they|a|an)\b[^.;,:]{0,30}?|[a-zß-öø-ɏ]+(?: +[a-zß-öø-ɏ]+)? +or +not|with +or +without\s+[^.;,:]{2,40}?|with +and +without\s+[^.;,:]{2,40}?|even +(?:if|when|in|with|for|where|without)\s+[^.;,:]{2,50}?|(?:also|even|including(?: +(?:those|patients))?) +(?:with|at) +(?:an? +)?normal +[^.;,:]{2,40}?|,\s*neither +[^.;,:]{2,40}? +nor +[^.;,:]{2,40}?|(?<=^[^,]*),\s*(?:single|first|recurrent|old|young|oral|mild|severe|early|late|acute|chronic|new|primary|simple|inhaled|injected|public|private|male|female|boys?|girls?|term|preterm|breast|short) +or +(?:[a-zß-öø-ɏ]+)|without +exception|in +every +case|in +all +cases|under +all +circumstances)(?=[.;,:]|$|\s(?:should|must|is|are|has|have|receives?|gets?)\b)/gi;
const cue =
  /\b(?:whatever|whichever|regardless|irrespective|independent|no +matter|however|or +not|with +or +without|with +and +without|even|neither|,\s*[a-zß-öø-ɏ]+ +or|also +(?:with|at)|including|without +exception|in +every +case|in +all +cases|all +circumstances)\b/i;

export interface Emphasis {
  /** The text without it. */
  readonly plain: string;
  /** What does not matter, in its words; undefined where nothing is said. */
  readonly named: string | undefined;
}

export function emphasisIn(text: string): Emphasis {
  if (!cue.test(text)) return { plain: text, named: undefined };
  const found: string[] = [];
  const plain = text.replace(forms, (words) => {
    found.push(words);
    return " ";
  });
  return { plain, named: found.length > 0 ? found.join(" ") : undefined };
}
