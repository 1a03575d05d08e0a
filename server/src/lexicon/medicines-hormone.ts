// Hormones, medicines of diabetes, obstetrics and contraception, and corticosteroids, as data (the columns are
// those of medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only, no advice.

export const hormonesAndObstetricMedicines = `
insulin | human insulin, insuline, insulin human | insulin, antidiabetic | sc iv | iv unit 0.1-85; sc/im unit 0.1-80; unit/kg 0.045-1.5; unit/kg/h 0.01-0.3; unit/h 0.1-20
soluble insulin | regular insulin, insulin regular, neutral insulin, short-acting insulin, short acting insulin, insulin soluble, rapid-acting insulin, rapid acting insulin | insulin, antidiabetic | sc iv im | iv unit 0.1-85; sc/im unit 0.1-80; unit/kg 0.045-1.5; unit/kg/h 0.01-0.3; unit/h 0.1-20
isophane insulin | nph, nph insulin, insulin nph, neutral protamine hagedorn, neutral protamine hagedorn insulin, insulin neutral protamine hagedorn, isophane protamine insulin, intermediate-acting insulin, intermediate acting insulin, insulin isophane, lente insulin, insulin zinc suspension | insulin, antidiabetic | sc | unit 1-80; unit/kg 0.05-1.5
biphasic insulin | premixed insulin, pre-mixed insulin, mixed insulin, insulin 70/30, insulin 30/70, biphasic isophane insulin | insulin, antidiabetic | sc | unit 1-80; unit/kg 0.05-1.5
insulin glargine | glargine, glargine insulin | insulin, antidiabetic | sc | unit 1-80; unit/kg 0.05-1.2
insulin detemir | detemir | insulin, antidiabetic | sc | unit 1-80; unit/kg 0.05-1.2
insulin degludec | degludec | insulin, antidiabetic | sc | unit 1-80; unit/kg 0.05-1.2
insulin lispro | lispro | insulin, antidiabetic | sc iv | unit 0.5-80; unit/kg 0.02-1.5; unit/kg/h 0.01-0.3
insulin aspart | aspart | insulin, antidiabetic | sc iv | unit 0.5-80; unit/kg 0.02-1.5; unit/kg/h 0.01-0.3
insulin glulisine | glulisine | insulin, antidiabetic | sc iv | unit 0.5-80; unit/kg 0.02-1.5
metformin | metformine, metformin hydrochloride | biguanide, antidiabetic | oral | mg 125-3000; mg/kg 10-50
glibenclamide | glyburide | sulfonylurea, antidiabetic | oral | mg 0.625-20; mg/kg 0.01-2
gliclazide | | sulfonylurea, antidiabetic | oral | mg 20-320
glimepiride | | sulfonylurea, antidiabetic | oral | mg 0.5-8
glipizide | | sulfonylurea, antidiabetic | oral | mg 1.25-40
tolbutamide | | sulfonylurea, antidiabetic | oral | mg 250-3000
chlorpropamide | | sulfonylurea, antidiabetic | oral | mg 50-750
gliquidone | | sulfonylurea, antidiabetic | oral |
repaglinide | | meglitinide, antidiabetic | oral | mg 0.5-16
nateglinide | | meglitinide, antidiabetic | oral | mg 60-540
pioglitazone | | thiazolidinedione, antidiabetic | oral | mg 7.5-45
rosiglitazone | | thiazolidinedione, antidiabetic | oral | mg 2-8
acarbose | | alpha-glucosidase inhibitor, antidiabetic | oral | mg 25-600
sitagliptin | | dpp-4 inhibitor, antidiabetic | oral | mg 25-100
vildagliptin | | dpp-4 inhibitor, antidiabetic | oral | mg 50-100
saxagliptin | | dpp-4 inhibitor, antidiabetic | oral | mg 2.5-5
linagliptin | | dpp-4 inhibitor, antidiabetic | oral | mg 2.5-5
alogliptin | | dpp-4 inhibitor, antidiabetic | oral | mg 6.25-25
empagliflozin | | sglt2 inhibitor, antidiabetic | oral | mg 5-25
dapagliflozin | | sglt2 inhibitor, antidiabetic | oral | mg 2.5-10
canagliflozin | | sglt2 inhibitor, antidiabetic | oral | mg 50-300
ertugliflozin | | sglt2 inhibitor, antidiabetic | oral | mg 5-15
liraglutide | | glp-1 receptor agonist, antidiabetic | sc | mg 0.6-3
exenatide | | glp-1 receptor agonist, antidiabetic | sc | mcg 5-2000
semaglutide | | glp-1 receptor agonist, antidiabetic | sc oral | sc mg 0.25-7.2; oral mg 3-14
dulaglutide | | glp-1 receptor agonist, antidiabetic | sc | mg 0.75-4.5
tirzepatide | | glp-1 receptor agonist, antidiabetic | sc | mg 2.5-15
glucagon | | hyperglycaemic hormone | im sc iv | mg 0.05-5; mg/kg 0.01-0.3; mg/h 0.1-10; mcg/kg/h 1-150; unit 0.25-2
diazoxide | | hyperglycaemic | oral iv | mg 5-1000; mg/kg 1-20
levothyroxine | thyroxine, l-thyroxine, levothyroxine sodium, thyroxin | thyroid hormone | oral iv | mcg 5-500; mcg/kg 1-20
liothyronine | triiodothyronine | thyroid hormone | oral iv | mcg 2.5-100; mcg/kg 0.1-1
carbimazole | | antithyroid | oral | mg 1-60; mg/kg 0.1-1.5
thiamazole | methimazole | antithyroid | oral | mg 1-120; mg/kg 0.1-1.5
propylthiouracil | ptu | antithyroid | oral | mg 25-1000; mg/kg 2-10
lugol's iodine | lugol's solution, lugols iodine, lugol solution, lugol's, lugol, aqueous iodine solution, potassium iodide with iodine | iodine | oral topical | mL 0.05-6
potassium iodide | | iodine | oral | mg 16-6000
sodium iodide | | iodine | iv oral | mg 16-6000
potassium perchlorate | | antithyroid | oral |
hydrocortisone | hydrocortisone sodium succinate, hydrocortison | corticosteroid, glucocorticoid | iv im oral topical rectal | iv/im mg 2-500; oral mg 0.5-170; rectal mg 10-200; iv/im mg/kg 0.9-20; oral mg/kg 0.2-3; mg/m2 4-150; mg/h 1-20; mg/kg/h 0.05-0.5
cortisone | cortisone acetate | corticosteroid, glucocorticoid | oral | mg 2.5-300; mg/kg 0.5-10
prednisolone | prednisolon | corticosteroid, glucocorticoid | oral eye rectal | oral/rectal mg 0.5-100; mg/kg 0.05-2.5; mg/m2 2-60
prednisone | | corticosteroid, glucocorticoid | oral | mg 0.5-100; mg/kg 0.05-2.5; mg/m2 2-60
methylprednisolone | methylprednisolone sodium succinate, methylprednisolone acetate | corticosteroid, glucocorticoid | iv im oral | mg 1-1000; mg/kg 0.1-30; mg/kg/h 1-6
dexamethasone | dexamethason, dexamethasone phosphate | corticosteroid, glucocorticoid | iv im oral eye | mg 0.1-40; mg/kg 0.035-4
betamethasone | betamethasone valerate | corticosteroid, glucocorticoid | im topical iv eye oral | mg 0.5-24; mg/kg 0.02-0.5
triamcinolone | triamcinolone acetonide | corticosteroid, glucocorticoid | im topical nasal | mg 1-120; nasal mcg 27.5-440
deflazacort | | corticosteroid, glucocorticoid | oral | mg 3-120; mg/kg 0.2-1.5
fludrocortisone | | corticosteroid, mineralocorticoid | oral | mcg 25-400
tetracosactide | cosyntropin, tetracosactrin | corticotrophin | iv im | mcg 1-1000
corticotropin | | corticotrophin | im | unit 5-160
somatropin | growth hormone | growth hormone | sc | mg 0.1-12; mg/kg 0.005-0.5; unit 0.5-36
somatostatin | | somatostatin analogue | iv | mg 0.05-6; mcg/h 100-500; mcg/kg/h 1-7
octreotide | | somatostatin analogue | sc iv im | iv/sc mcg 5-600; im mcg 5000-60000; mcg/h 10-100; mcg/kg 0.5-20; mcg/kg/h 0.5-10
lanreotide | | somatostatin analogue | sc | mg 60-120
desmopressin | ddavp | vasopressin analogue | nasal oral iv sc sublingual | nasal mcg 1-300; oral mcg 50-1200; sublingual mcg 30-720; iv/sc mcg 0.1-50; mcg/kg 0.1-0.6
bromocriptine | | dopamine agonist | oral | mg 0.6-100
cabergoline | | dopamine agonist | oral | mg 0.25-6
quinagolide | | dopamine agonist | oral |
testosterone | testosterone undecanoate, testosterone enanthate | androgen | im topical oral | mg 5-1000
methyltestosterone | | androgen | oral |
danazol | | androgen | oral | mg 50-800
nandrolone | | anabolic steroid | im | mg 25-200
oxandrolone | | anabolic steroid | oral | mg 1.25-20; mg/kg 0.05-0.3
cyproterone | cyproterone acetate | antiandrogen | oral | mg 2-300
estradiol | oestradiol, estradiol valerate | oestrogen | oral transdermal vaginal im | oral/vaginal mg 0.01-8; im mg 1-40; transdermal mcg 12.5-400
ethinylestradiol | ethinyl estradiol, ethinyloestradiol, ethinyl oestradiol, ethynylestradiol | oestrogen, contraceptive | oral | mcg 2-200
conjugated oestrogens | conjugated estrogens, conjugated equine oestrogens, conjugated equine estrogens, conjugated oestrogen, conjugated estrogen | oestrogen | oral vaginal iv | mg 0.3-100
estriol | oestriol | oestrogen | vaginal oral | mg 0.5-8
tibolone | | oestrogen | oral | mg 1.25-2.5
raloxifene | | selective oestrogen receptor modulator | oral | mg 30-60
clomifene | clomiphene | selective oestrogen receptor modulator | oral | mg 25-200
letrozole | | aromatase inhibitor | oral | mg 2.5-20
progesterone | | progestogen | vaginal oral im | mg 25-800
hydroxyprogesterone | hydroxyprogesterone caproate, 17-hydroxyprogesterone caproate | progestogen | im | mg 125-500
dydrogesterone | | progestogen | oral | mg 5-60
norethisterone | norethindrone, norethisterone acetate | progestogen, contraceptive | oral | mg 0.35-40
norethisterone enantate | norethisterone enanthate, net-en | progestogen, contraceptive | im | mg 100-200
medroxyprogesterone | medroxyprogesterone acetate, dmpa, depot medroxyprogesterone, depot medroxyprogesterone acetate, dmpa-sc, dmpa-im | progestogen, contraceptive | im sc oral | im mg 25-500; sc mg 50-210; oral mg 1.25-80
megestrol | megestrol acetate | progestogen | oral | mg 40-800
levonorgestrel | lng | progestogen, contraceptive | oral | mg 0.03-3
etonogestrel | | progestogen, contraceptive | sc | mg 50-150
desogestrel | | progestogen, contraceptive | oral | mcg 20-600
drospirenone | | progestogen, contraceptive | oral | mg 2-8
norgestrel | | progestogen, contraceptive | oral | mg 0.075-1
norgestimate | | progestogen, contraceptive | oral |
gestodene | | progestogen, contraceptive | oral |
dienogest | | progestogen, contraceptive | oral | mg 1-4
ulipristal | ulipristal acetate, upa | contraceptive | oral | mg 5-60
ethinylestradiol/levonorgestrel | levonorgestrel/ethinylestradiol | contraceptive, oestrogen | oral |
ethinylestradiol/norethisterone | | contraceptive, oestrogen | oral |
ethinylestradiol/desogestrel | | contraceptive, oestrogen | oral |
estradiol/medroxyprogesterone | estradiol cypionate/medroxyprogesterone acetate, medroxyprogesterone/estradiol | contraceptive, oestrogen | im |
combined vaginal ring | vaginal ring, contraceptive ring, contraceptive vaginal ring, combined contraceptive ring, combined ring | contraceptive, oestrogen | vaginal |
combined contraceptive patch | contraceptive patch, combined patch, hormonal patch | contraceptive, oestrogen | topical |
combined injectable contraceptive | combined injectable, combined injectables, combined injection | contraceptive, oestrogen | im |
combined oral contraceptive | combined pill, combined pills, combined oral contraceptive pill, combined oral contraceptives, cocp, combined contraceptive pill, combined hormonal contraceptive, combined hormonal contraceptives, combined hormonal contraception, combined contraceptive, combined contraceptives, oestrogen-containing contraceptive, oestrogen-containing contraceptives, estrogen-containing contraceptive, estrogen-containing contraceptives | contraceptive, oestrogen | oral |
progestogen-only pill | progestin-only pill | contraceptive | oral |
nonoxinol | nonoxynol, nonoxynol-9, nonoxinol 9 | spermicide | vaginal |
oxytocin | oxytocine | uterotonic | im iv | im unit 2.1-20; iv unit 0.5-40; unit/min 0.0005-0.2; unit/h 0.05-20
carbetocin | | uterotonic | iv im | mcg 50-200
ergometrine | ergonovine, ergometrin | ergot, uterotonic | im iv oral | mg 0.11-1.25
methylergometrine | methylergonovine, methylergometrin | ergot, uterotonic | im iv oral | mg 0.11-1.25
oxytocin/ergometrine | ergometrine/oxytocin, syntometrine | uterotonic, ergot | im | mL 0.5-2
misoprostol | | prostaglandin, uterotonic | oral sublingual vaginal rectal buccal | mcg 12.5-2140
dinoprostone | prostaglandin e2, pge2 | prostaglandin, uterotonic | vaginal | mg 0.25-20
dinoprost | | prostaglandin, uterotonic | iv |
carboprost | 15-methyl pgf2-alpha, prostaglandin f2-alpha, prostaglandin f2alpha, carboprost tromethamine | prostaglandin, uterotonic | im | mg 0.1-2
gemeprost | | prostaglandin | vaginal | mg 0.5-5
mifepristone | | antiprogestogen | oral | mg 5-800
ritodrine | | tocolytic, beta-2 agonist | iv oral | mg 10-150; mcg/min 50-400
atosiban | | tocolytic | iv | mg 6.75-330; mg/h 5-20; mcg/min 50-350
isoxsuprine | | tocolytic, vasodilator | oral iv im | mg 5-100
hexoprenaline | | tocolytic, beta-2 agonist | iv | mcg 0.5-600; mcg/min 0.05-0.5
chorionic gonadotropin | human chorionic gonadotropin, human chorionic gonadotrophin, chorionic gonadotrophin | gonadotrophin | im sc | unit 500-10000
menotropin | menotrophin | gonadotrophin | im |
follitropin | | gonadotrophin | sc |
goserelin | | gnrh analogue | sc | mg 3.6-10.8
leuprorelin | leuprolide | gnrh analogue | im sc | mg 0.5-45
triptorelin | | gnrh analogue | im | mg 0.1-22.5
buserelin | | gnrh analogue | sc nasal |
alendronic acid | alendronate, sodium alendronate | bisphosphonate | oral | mg 5-70
risedronic acid | risedronate | bisphosphonate | oral | mg 5-150
ibandronic acid | ibandronate | bisphosphonate | oral iv | mg 2-150
zoledronic acid | zoledronate | bisphosphonate | iv | mg 0.5-5; mg/kg 0.0125-0.05
pamidronic acid | pamidronate, disodium pamidronate | bisphosphonate | iv | mg 10-180; mg/kg 0.25-2
denosumab | | bone resorption inhibitor | sc | mg 60-120
teriparatide | | parathyroid hormone | sc | mcg 20-40
calcitonin | salcatonin, salmon calcitonin | bone resorption inhibitor | sc im nasal | unit 50-1600; unit/kg 2-16
cinacalcet | | calcimimetic | oral | mg 15-360
`;
