// Prompts are Markdown files; the build inlines them as text.
declare module "*.md" {
  const text: string;
  export default text;
}
