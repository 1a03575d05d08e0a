// Plain facts that any health worker knows, as questions with the right answer first. Written for comparing how
// questions are scored; they teach nothing and examine nobody.

const yesNo = (question: string, right: "yes" | "no") =>
  [`${question} Answer yes or no.`, right === "yes" ? ["yes", "no"] : ["no", "yes"]] as const;
const maybe = (question: string, right: "yes" | "no" | "maybe") =>
  [question, [right, ...["yes", "no", "maybe"].filter((other) => other !== right)]] as const;

export const facts: readonly (readonly [question: string, choices: readonly string[]])[] = [
  yesNo("Is malaria spread by mosquitoes?", "yes"),
  yesNo("Does oral rehydration solution contain salt?", "yes"),
  yesNo("Is measles caused by a bacterium?", "no"),
  yesNo("Can tuberculosis affect the spine?", "yes"),
  yesNo("Is insulin swallowed as a tablet?", "no"),
  yesNo("Does iron turn the stools dark?", "yes"),
  yesNo("Is the liver on the left side of the body?", "no"),
  yesNo("Are vaccines kept cold?", "yes"),
  yesNo("Is a pulse of 30 a minute fast in an adult?", "no"),
  yesNo("Does smoke harm the lungs?", "yes"),
  maybe("A child has had a fever for one day and has no other sign. Is it malaria?", "maybe"),
  maybe("A woman is 34 weeks pregnant and her blood pressure is 170/115 mmHg. Is that high?", "yes"),
  maybe("A newborn does not breathe after drying. Is it enough to wait?", "no"),
  maybe("An adult coughs for three weeks. Is it tuberculosis?", "maybe"),
  maybe("A man has no pulse. Does he need chest compressions?", "yes"),
  [
    "Which sign belongs to severe dehydration?",
    ["very slow skin pinch", "a runny nose", "a sore throat", "an itchy scalp"],
  ],
  [
    "Which vitamin is given to newborns against bleeding?",
    ["vitamin K", "vitamin C", "vitamin B12", "vitamin E", "folic acid"],
  ],
  ["Which organ makes urine?", ["the kidney", "the spleen", "the stomach", "the thyroid"]],
  ["What is measured in mmHg?", ["blood pressure", "temperature", "body weight", "haemoglobin"]],
  ["Which of these is a virus?", ["measles", "cholera", "tetanus", "leprosy"]],
  ["How long is a full-term pregnancy?", ["about 40 weeks", "about 30 weeks", "about 50 weeks"]],
  [
    "What does a low MUAC in a child of two years show?",
    ["acute malnutrition", "good nutrition", "a broken arm"],
  ],
  ["Which cell carries oxygen?", ["the red blood cell", "the platelet", "the nerve cell", "the skin cell"]],
  [
    "What is given first in anaphylaxis?",
    ["adrenaline into the thigh muscle", "a vitamin tablet", "an ointment", "cough syrup"],
  ],
  ["Where is the pulse of an unconscious adult felt?", ["at the neck", "at the knee", "behind the ear"]],
  ["Which temperature is a fever in a child?", ["38.5 °C", "36.0 °C", "35.5 °C", "37.0 °C"]],
  ["Which of these is not an antibiotic?", ["paracetamol", "amoxicillin", "doxycycline", "gentamicin"]],
  ["What spreads cholera?", ["dirty water", "mosquito bites", "cold air", "loud noise"]],
  ["Which sign suggests meningitis?", ["stiff neck", "cold feet", "dry skin", "brittle nails"]],
  [
    "Which drip is isotonic?",
    ["sodium chloride 0.9 %", "glucose 50 %", "sodium chloride 3 %", "water for injection"],
  ],
  [
    "What is bilirubin?",
    ["a pigment that makes the skin yellow", "a vaccine", "a bone", "a kind of bandage", "an insect"],
  ],
  ["Who should sign a guideline?", ["a person who answers for it", "nobody", "a printer"]],
];
