// The version that package.json states, put in by the build.

declare const GUIDEWRIGHT_VERSION: string | undefined;

export const version = typeof GUIDEWRIGHT_VERSION === "string" ? GUIDEWRIGHT_VERSION : "development";
