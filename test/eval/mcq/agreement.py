"""Runs lm-evaluation-harness and `guidewright eval mcq` on the same questions and the same GGUF file, and says how
far they agree: prediction by prediction, and by the log-probability of every choice.

    pip install "lm-eval[hf]==0.4.13" transformers torch gguf
    npm run build && node test/eval/mcq/questions.ts > questions.jsonl
    python test/eval/mcq/agreement.py --questions questions.jsonl --model FILE.gguf [--shots 2] [--style letters]

`--choices 2` asks each question with its right answer and the first other one, in their order: by text that is as good a
comparison, in half the time.
The harness computes with the file's weights as plain floats. `--floats FILE` writes the weights out as such and lets
Guidewright compute with that file, too: what is left of the differences then is no matter of quantised arithmetic.
"""

import argparse
import json
import os
import pathlib
import subprocess
import tempfile

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_DATASETS_OFFLINE", "1")

ROOT = pathlib.Path(__file__).resolve().parents[3]
TASK = "guidewright_mcq"
STYLES = {
    "text": {
        "doc_to_text": "Question: {{question}}\nAnswer:",
        "doc_to_choice": "{{choices}}",
    },
    "letters": {
        "doc_to_text": "Question: {{question}}\nChoices:\n"
        "{% for choice in choices %}{{'ABCDEFGHIJ'[loop.index0]}}. {{choice}}\n{% endfor %}Answer:",
        "doc_to_choice": "{{'ABCDEFGHIJ'[:choices|length]|list}}",
    },
}


def harness(options):
    """The log-probabilities of all choices, question by question, and the harness' own figures."""
    import torch
    from lm_eval import simple_evaluate
    from lm_eval.models.huggingface import HFLM
    from lm_eval.tasks import TaskManager

    with tempfile.TemporaryDirectory() as folder:
        task = {
            "task": TASK,
            "dataset_path": "json",
            "dataset_kwargs": {"data_files": {"test": str(options.questions)}},
            "output_type": "multiple_choice",
            "test_split": "test",
            "fewshot_split": "test",
            "fewshot_config": {"sampler": "first_n"},
            "doc_to_target": "answer",
            "metric_list": [{"metric": "acc"}, {"metric": "acc_norm"}],
            **STYLES[options.style],
        }
        (pathlib.Path(folder) / f"{TASK}.yaml").write_text(json.dumps(task))
        model = HFLM(
            pretrained=str(options.model.parent),
            tokenizer=None,
            gguf_file=options.model.name,
            dtype=torch.float32,
            device="cpu",
            batch_size=8,
        )
        found = simple_evaluate(
            model=model,
            tasks=[TASK],
            num_fewshot=options.shots,
            limit=options.limit,
            task_manager=TaskManager(include_path=folder, include_defaults=False),
            bootstrap_iters=0,
            log_samples=True,
        )
    samples = sorted(found["samples"][TASK], key=lambda sample: sample["doc_id"])
    scores = [[float(answer[0]) for answer in sample["filtered_resps"]] for sample in samples]
    right = {name: [sample[name] for sample in samples] for name in ("acc", "acc_norm")}
    return scores, right


def guidewright(options, model):
    command = ["node", "server/dist/cli.mjs", "eval", "mcq", str(options.questions), "--format", "json"]
    command += ["--model", str(model), "--shots", str(options.shots), "--style", options.style]
    if options.limit:
        command += ["--limit", str(options.limit)]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def with_fewer_choices(questions, count, target):
    """The right answer of each question and the first others, so many in all, in their order."""
    lines = []
    for line in questions.read_text().splitlines():
        record = json.loads(line)
        right = record["choices"][record["answer"]]
        others = [choice for choice in record["choices"] if choice != right][: count - 1]
        kept = [choice for choice in record["choices"] if choice == right or choice in others]
        lines.append(json.dumps({**record, "choices": kept, "answer": kept.index(right)}) + "\n")
    target.write_text("".join(lines))
    return target


def write_floats(source, target):
    """The same model with its weights as plain floats."""
    import gguf
    import numpy

    reader = gguf.GGUFReader(source)
    name = reader.fields["general.architecture"].contents()
    writer = gguf.GGUFWriter(target, name)
    for key, field in reader.fields.items():
        if key.startswith("GGUF.") or key in ("general.architecture", "general.file_type"):
            continue
        part = field.types[-1] if field.types[0] == gguf.GGUFValueType.ARRAY else None
        writer.add_key_value(key, field.contents(), field.types[0], sub_type=part)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    for tensor in reader.tensors:
        floats = gguf.quants.dequantize(tensor.data, tensor.tensor_type).astype(numpy.float32)
        writer.add_tensor(tensor.name, floats)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def compare(options, theirs, right, ours):
    records = [json.loads(line) for line in options.questions.read_text().splitlines() if line.strip()]
    answers = ours["answers"]
    assert len(answers) == len(theirs), "not the same questions"
    gaps = sorted(
        abs(a - b)
        for answer, scores in zip(answers, theirs)
        for a, b in zip(answer["logProbabilities"], scores, strict=True)
    )
    print(f"{len(theirs)} questions, {len(gaps)} choices, {options.shots} examples, {options.style}")
    print(f"log-probabilities: largest difference {gaps[-1]:.4f}, median {gaps[len(gaps) // 2]:.4f}")
    for metric, mine in (("acc", "likeliest"), ("acc_norm", "likeliestForLength")):
        margins = []
        for number, (answer, scores) in enumerate(zip(answers, theirs)):
            lengths = [1] * len(scores)
            if metric == "acc_norm" and options.style == "text":
                lengths = [len(choice) for choice in records[number]["choices"]]
            per = [score / length for score, length in zip(scores, lengths)]
            best = per.index(max(per))
            assert (best == answer["answer"]) == bool(right[metric][number]), "the harness counts otherwise"
            if best != answer[mine]:
                margins.append(per[best] - per[answer[mine]])
        share = sum(right[metric]) / len(right[metric])
        same = len(theirs) - len(margins)
        print(f"{metric}: {same} of {len(theirs)} predictions agree; harness {share:.4f}, here {ours[metric]['value']:.4f}")
        if margins:
            print(f"  the others: the harness prefers its choice by {max(margins):.4f} at most")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=pathlib.Path, required=True)
    parser.add_argument("--model", type=lambda path: pathlib.Path(path).resolve(), required=True)
    parser.add_argument("--shots", type=int, default=0)
    parser.add_argument("--style", choices=list(STYLES), default="text")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--choices", type=int, help="ask each question with so many of its choices")
    parser.add_argument("--floats", type=pathlib.Path, help="write the weights as floats there and use that file")
    options = parser.parse_args()
    options.questions = options.questions.resolve()
    if options.choices:
        target = pathlib.Path(tempfile.mkdtemp()) / options.questions.name
        options.questions = with_fewer_choices(options.questions, options.choices, target)
    models = [options.model]
    if options.floats:
        write_floats(options.model, options.floats)
        models.append(options.floats.resolve())
    theirs, right = harness(options)
    for model in models:
        print(f"\n{model.name}")
        compare(options, theirs, right, guidewright(options, model))


if __name__ == "__main__":
    main()
