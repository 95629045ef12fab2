/**
 * What stands directly before or after a maker's name when a text says who made something. Word order differs: some languages
 * name the maker first, some the making. Shared by the rules of all makers, and tried only around a name.
 */
const by = '(?:the )?(?:(?:team|teams|people|folks|researchers|engineers|scientists|company|experts|developers) (?:at |from |of )?)?'

/** Ends directly before the name. */
const ORIGIN_BEFORE = [
  `(?:developed|created|made|trained|built|designed|powered|provided|produced|maintained|engineered|fine-tuned|owned|operated)(?: and \\w{4,12})? by ${by}`,
  '(?:model|assistant|chatbot|AI|bot|product|creation) (?:from|of|by) ',
  '(?:I work for|my (?:creator|developer|maker|parent company|creators|developers|makers)(?: at| from| is| are)?|affiliated with|at the request of) ',
  '(?:desarrollad|cread|entrenad|diseñad|hech)[oa]s? (?:y \\w{4,14} )?por (?:la empresa |el equipo de )?',
  '(?:développ|cré|entraîn|conç|form)\\w?[éu]e?s? (?:et \\w{4,14} )?par (?:la société |l\'entreprise |l\'équipe (?:de |d\')?)?',
  '(?:entwickelt|erstellt|trainiert|geschaffen) von ',
  '(?:desenvolvid|criad|treinad|feit)[oa]s? (?:e \\w{4,14} )?(?:pela empresa |pela |pelo |por )',
  '(?:sviluppat|creat|addestrat|realizzat)[oae] (?:e \\w{4,14} )?(?:da|dalla|dall\'|dal) ?(?:società )?',
  '(?:ontwikkeld|gemaakt|getraind|gebouwd) door ',
  '(?:stworzon|opracowan|wytrenowan|zbudowan)\\w{1,4} przez (?:firmę )?',
  '(?:phát triển|tạo ra|huấn luyện|xây dựng) bởi (?:công ty )?',
  '(?:dikembangkan|dibuat|dilatih|diciptakan) oleh ',
  '(?:разработан|создан|обучен|натренирован)[а-я]{0,4} (?:и [а-я]{4,14} )?(?:компани[а-я]{1,3} |командой |специалистами |разработчиками из |в )?',
  '(?:модель|модели|продукт|помощник|ассистент)[а-я]{0,3} (?:от |компании )',
  '(?:来自|來自|隶属于|隸屬於)',
  '(?:طورت|دربت|أنشأت|صنعت|صممت)(?:ه|ها|ني|نا)? ?(?:شركة )?',
  '(?:تطوير|تدريب|إنشاء|صنع|تصميم)[يه]? (?:من قبل |من طرف |بواسطة |من )?(?:شركة )?',
  '(?:พัฒนา|สร้าง|ฝึกฝน|ฝึก|ออกแบบ)(?:ขึ้น)?(?:โดย|จาก)(?:บริษัท|ทีม)? ?',
]

/** Begins directly after the name. */
const ORIGIN_AFTER = [
  '\'s (?:large |own |latest |AI |content |usage |use-case |safety |terms )?(?:language model|model|assistant|AI|policy|policies|guidelines|of use|of service)\\b',
  ' (?:entwickelt|erstellt|trainiert|geschaffen|gebaut|programmiert)\\b',
  ' tarafından (?:geliştiril|oluşturul|eğitil|yapıl)',
  '(?:公司|团队|團隊|旗下)?(?:自主|独立|所)?(?:开发|研发|训练|创建|创造|推出|打造|构建|设计|開發|研發|訓練|創建|創造|設計)',
  '(?:社|株式会社|チーム)?(?:によって|により|が)(?:開発|作成|作ら|訓練|トレーニング|作っ|設計|提供)|(?:社)?(?:の開発した|製の)',
  ' ?(?:사|팀)?(?:에서|가|이|의|에 의해) ?(?:개발|만든|만들|제작|훈련|학습|설계|출시)',
  ' (?:द्वारा|ने|के द्वारा) (?:विकसित|बनाया|बनाई|प्रशिक्षित|निर्मित|तैयार)',
]

export const ORIGIN = { before: ORIGIN_BEFORE.join('|'), after: ORIGIN_AFTER.join('|') }

/** Either case at the beginning; the names themselves keep theirs, which tells Solar from solar. */
const words = (list: string): string => list.split('|').map(word => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`).join('|')

const INTRODUCTION = [
  `(?:\\bI am|\\bI'm|\\bI,|\\bAs|\\b(?:${words('my name is|call me|called|named|this is|powered by|based on|version of|talking to|chatting with')})) (?:the |an? |your )?`,
  `(?:${words('soy|me llamo|je suis|je m\'appelle|ich bin|ich heiße|sou|meu nome é|sono|mi chiamo|ik ben|jestem|nazywam się|ben|tôi là|tôi tên là|saya|nama saya')})(?: la| el| le| il| der| die| das| de| o| a)? `,
  `(?:${words('я|меня зовут|это')})[ ,-]{1,4}`,
  '(?:我是|我叫|叫我|名叫|名为|作为|我的名字是|我就是)(?:一个|一款)? ?',
  '(?:私は|わたしは|僕は|私の名前は|わたくしは)、? ?|(?:저는|나는|제 이름은) ',
  '(?:أنا|اسمي) |(?:मैं|मेरा नाम) |(?:ฉันคือ|ฉันชื่อ|ผมคือ|ผมชื่อ|ฉันเป็น) ?',
]

/** What stands directly before a product's name when the speaker introduces itself. */
export const INTRODUCED = { before: INTRODUCTION.join('|') }
