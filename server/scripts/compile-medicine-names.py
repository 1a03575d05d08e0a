#!/usr/bin/env python3
# Compiles the long list of server/src/lexicon/medicine-names.ts from the dictionary of the PyPI package
# drug-named-entity-recognition 2.0.9 (MIT): names that are real, so that none is called a misspelling.
# Usage: compile-medicine-names.py <drug_ner_dictionary.pkl.bz2>; rewrites the list in place, keeps the rest.
# It only ever filters: no name is made up here.
import bz2
import pickle
import re
import sys
from itertools import takewhile
from pathlib import Path

LEXICON = Path(__file__).resolve().parent.parent / "src" / "lexicon"
TARGET = LEXICON / "medicine-names.ts"
WORD = re.compile(r"[a-z]{5,22}")

# Stems by which the World Health Organization names substances.
ENDINGS = """mab nib ciclib rafenib metinib parib zomib degib lisib clax cept mig cillin floxacin oxacin azole
prazole sartan pril prilat olol alol dipine statin caine azepam azolam mycin micin cycline penem bactam vir vudine
citabine cavir buvir asvir previr tegravir triptan setron gliptin gliflozin glutide natide glitazone glinide parin
parinux xaban gatran rudin grel oxetine pramine triptyline profen oxicam coxib fenac bufen lukast terol phylline
tropium curium curonium quine nidazole conazole fungin bendazole nectin dectin antel platin rubicin taxel tecan
trexate trexed mustine grastim poetin relin relix tocin pressin onide asone olone predone cortide gestrel gestone
estradiol dronate dronic thiazide semide glycopine barbital fentanil fentanyl orphan peridone perone pidem clone
stigmine zolamide prost dil fibrate teplase kinase ciguat sentan limus imod anserin racetam toin suximide bamate
gabalin zepine apine azine promazine tadine astine rizine amine drine terone steride lutamide ozole oxifene
mifene stane sulfone mestane golide dopa capone giline gramostim ermin tide relbant vaptan oxaban xacin
antrone trel rsen sen siran begron fenacin ifene tinib imibe cetrapib trapid rinone vastatin amivir antadine""".split()
BEGINNINGS = "cef ceph sulfa sulfo nifur prednis estr".split()

# In the dictionary, but words of ordinary or scientific prose rather than names of medicines.
NOT_NAMES = set("""armour carac thyroid fluoride cholesterol connectin methylamine octamethylenediamine
acetylgalactosamine pyrazole tropolone lodine bromocryptine ciloprost liquadd""".split())


def is_one_edit_apart(a, b):
    """Whether one letter added, dropped, changed or exchanged with its neighbour turns a into b."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    if len(a) == len(b):
        exchanged = len(rest_a) > 1 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
        return rest_a[1:] == rest_b[1:] or exchanged
    return rest_a[1:] == rest_b if len(a) > len(b) else rest_a == rest_b[1:]


def our_names():
    """Single-word names of the medicines that the lexicon itself describes."""
    names = set()
    for file in LEXICON.glob("medicines-*.ts"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if " | " in line and not line.startswith("//"):
                name, others = line.split("|")[:2]
                names.update(each.strip() for each in [name, *others.split(",")])
    return {name for name in names if WORD.fullmatch(name)}


def is_named_like_a_medicine(name):
    return name.endswith(tuple(ENDINGS)) or name.startswith(tuple(BEGINNINGS))


def plain(word):
    return re.sub(r"[aeo]$", "", word).replace("ll", "l").replace("y", "i").replace("th", "t").replace("ph", "f")


def is_romance_spelling(variant, name):
    """Spanish, Portuguese and Italian end in -a or -o, French adds -e: amoxicilina, gentamicine."""
    has_ending = variant[-1] in "ao" or (variant[-1] == "e" and name[-1] != "e")
    return has_ending and variant != name and plain(variant) == plain(name)


def collect(dictionary):
    canonicals = dictionary["drug_canonical_to_data"]
    by_variant = dictionary["drug_variant_to_canonical"]
    brands = {name for name, data in dictionary["drug_variant_to_variant_data"].items() if data["is_brand"]}
    patient_names = {name for name, data in canonicals.items() if "medline_plus_id" in data}
    # The dictionary opens with the names and brands of the patient information, all of them in use.
    opening = list(takewhile(lambda name: not patient_names.isdisjoint(by_variant[name]), by_variant))
    names = {*opening, *patient_names, *brands}
    names |= {name for name in canonicals if is_named_like_a_medicine(name)}
    known = our_names() | patient_names
    for variant, targets in by_variant.items():
        if any(target in known and is_romance_spelling(variant, target) for target in targets):
            names.add(variant)
    return {name for name in names if WORD.fullmatch(name)}, set(opening) | patient_names


def keep(names, trusted):
    ours = our_names()
    for name in sorted(names - ours - NOT_NAMES):
        near = next((other for other in ours if is_one_edit_apart(name, other)), None)
        if near is None or name in trusted or is_romance_spelling(name, near):
            yield name


def wrapped(names, width=220):
    lines, line = [], ""
    for name in names:
        if len(line) + 1 + len(name) > width:
            lines.append(line)
            line = name
        else:
            line = f"{line} {name}".strip()
    return "\n".join([*lines, line])


def main():
    with bz2.open(sys.argv[1]) as file:
        names, trusted = collect(pickle.load(file))
    kept = list(keep(names, trusted))
    text = TARGET.read_text(encoding="utf-8")
    compiled = re.sub(r"(furtherMedicineNames = `)[^`]*(`)", lambda m: f"{m[1]}\n{wrapped(kept)}\n{m[2]}", text)
    TARGET.write_text(compiled, encoding="utf-8")
    print(len(kept), "names")


if __name__ == "__main__":
    main()
