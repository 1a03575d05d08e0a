// The medicines that a block names, read once for as long as it stays the same. It must not know what is said of them.

import { listOncePerBlock } from "../syntax/block-memory.ts";
import { type Block, textsOf } from "../syntax/markdown.ts";
import { moved } from "../text/span.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import { itemsOf, slice } from "./scope.ts";

export const mentionsOf = listOncePerBlock(
  (piece, block: Block): readonly MedicineMention[] =>
    textsOf(block).flatMap((span) =>
      itemsOf(slice(piece, span)).flatMap((item) =>
        item.kind === "medicine" ? [moved(item.mention, span.start)] : [],
      ),
    ),
  (mention, by) => moved(mention, by),
);
