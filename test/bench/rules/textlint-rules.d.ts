// Rules of textlint that come without types.

declare module "textlint-rule-terminology" {
  import type { TextlintKernelRule } from "@textlint/kernel";

  const rule: TextlintKernelRule["rule"];
  export default rule;
}

declare module "textlint-rule-write-good" {
  import type { TextlintKernelRule } from "@textlint/kernel";

  /** A CommonJS module, whose default export is a property of it. */
  const module: { readonly default: TextlintKernelRule["rule"] };
  export default module;
}
