// Chat templates of the family, as they stand in model files: how turns are told apart. Written for here, with
// the same turns, the same refusals, and the quirks that matter (Gemma trims and knows no system turn).

const gemma2 = `{{ bos_token }}{% for message in messages %}
{%- if message.role == 'system' %}{{ raise_exception('There is no system turn.') }}{% endif %}
{%- if (message.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Turns must alternate.') }}{% endif %}
{{- '<start_of_turn>' + ('model' if message.role == 'assistant' else 'user') + '\\n' }}
{{- message.content | trim + '<end_of_turn>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}{{ '<start_of_turn>model\\n' }}{% endif %}`;

const llama = `{{- bos_token }}
{%- for message in messages %}
{{- '<|start_header_id|>' + message.role + '<|end_header_id|>\\n\\n' + message.content | trim + '<|eot_id|>' }}
{%- endfor %}
{%- if add_generation_prompt %}{{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{% endif %}`;

const qwen2 = `{%- if messages[0].role != 'system' %}
{{- '<|im_start|>system\\nYou help to write.<|im_end|>\\n' }}
{%- endif %}
{%- for message in messages %}
{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{% endif %}`;

export const chatTemplates = { gemma2, llama, qwen2 } as const;
