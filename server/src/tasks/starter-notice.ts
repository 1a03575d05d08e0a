// Said wherever text of the starter model is shown.

export const starterNotice =
  "This is the small starter model: it shows how Guidewright works and knows very little medicine.";
