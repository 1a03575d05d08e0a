// What stands around a prompt's own tokens: nothing but what every text begins with, or the turns of the model's
// chat template. It must not know llama.cpp, nor what prompts say.
import { ModelError } from "../errors.ts";

/** Around a text that the model is to go on with, and around a question that it is to answer. */
export interface Frames<Piece> {
  readonly text: Frame<Piece>;
  readonly question: Frame<Piece>;
}

export interface Frame<Piece> {
  readonly before: Piece;
  readonly after: Piece;
}

export interface SpecialTexts {
  readonly bos: string;
  readonly eos: string;
}

/** The user's turn before a text that the model has begun and is to go on with. */
const goOn = "Go on with the text. Write nothing else.";
/** Stands where the prompt will be. No template looks into what is said, but some trim it. */
const mark = "\u{E000}prompt\u{E000}";

/** Rendered by the template. What every text begins with is left out: whoever makes tokens adds it. */
export async function chatFrames(template: string, special: SpecialTexts): Promise<Frames<string>> {
  const { Template } = await import("@huggingface/jinja");
  const render = (messages: readonly object[], last: object = {}): Frame<string> => {
    const around = { bos_token: special.bos, eos_token: special.eos, ...last };
    const text = new Template(template).render({ messages: [...messages], ...around });
    const [before, after, ...more] = text.split(mark);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error("it hides what is said");
    const start = special.bos !== "" && before.startsWith(special.bos) ? special.bos.length : 0;
    return { before: before.slice(start), after };
  };
  try {
    const question = { role: "user", content: mark };
    const begun = [
      { role: "user", content: goOn },
      { role: "assistant", content: mark },
    ];
    return {
      text: { ...render(begun), after: "" },
      question: render([question], { add_generation_prompt: true }),
    };
  } catch (error) {
    throw unusable(`has a chat template that cannot be used: ${(error as Error).message}`);
  }
}

export const unusable = (what: string): ModelError =>
  new ModelError(
    "load-failed",
    `The model file ${what}.`,
    "Set guidewright.model.template to “raw”, or choose a model that was trained to converse.",
  );
