/** `NAME` stands for a developer's names. Word order differs: some languages name the maker first, some the making. */
const ENGLISH = '(?:developed|created|made|trained|built|designed|powered|provided|produced|maintained|engineered|fine-tuned|owned|operated)(?: and \\w{4,12})? by '
  + '(?:the )?(?:(?:team|teams|people|folks|researchers|engineers|scientists|company|experts|developers) (?:at |from |of )?)?NAME'
const ENGLISH_OTHER = '(?:model|assistant|chatbot|AI|bot|product|creation) (?:from|of|by) NAME'
  + '|NAME\'s (?:large |own |latest |AI |content |usage |use-case |safety |terms )?(?:language model|model|assistant|AI|policy|policies|guidelines|of use|of service)'
  + '|(?:I work for|my (?:creator|developer|maker|parent company|creators|developers|makers)(?: at| from| is| are)?|affiliated with|at the request of) NAME'
const EUROPEAN = '(?:desarrollad|cread|entrenad|diseñad|hech)[oa]s? (?:y \\w{4,14} )?por (?:la empresa |el equipo de )?NAME'
  + '|(?:développ|cré|entraîn|conç|form)\\w{1,4} (?:et \\w{4,14} )?par (?:la société |l\'entreprise |l\'équipe (?:de |d\')?)?NAME'
  + '|von (?:der Firma |dem Unternehmen )?NAME (?:entwickelt|erstellt|trainiert|geschaffen|gebaut|programmiert)|(?:entwickelt|erstellt|trainiert|geschaffen) von NAME'
  + '|(?:desenvolvid|criad|treinad|feit)[oa]s? (?:e \\w{4,14} )?(?:pela empresa |pela |pelo |por )NAME'
  + '|(?:sviluppat|creat|addestrat|realizzat)[oae] (?:e \\w{4,14} )?(?:da|dalla|dall\'|dal) ?(?:società )?NAME'
  + '|(?:ontwikkeld|gemaakt|getraind|gebouwd) door NAME|door NAME (?:ontwikkeld|gemaakt|getraind)'
  + '|(?:stworzon|opracowan|wytrenowan|zbudowan)\\w{1,4} przez (?:firmę )?NAME'
  + '|NAME tarafından (?:geliştiril|oluşturul|eğitil|yapıl)|(?:phát triển|tạo ra|huấn luyện|xây dựng) bởi (?:công ty )?NAME|được NAME (?:phát triển|tạo ra|huấn luyện)'
  + '|(?:dikembangkan|dibuat|dilatih|diciptakan) oleh NAME'
const CYRILLIC = '(?:разработан|создан|обучен|натренирован)[а-я]{0,4} (?:и [а-я]{4,14} )?(?:компани[а-я]{1,3} |командой |специалистами |разработчиками из |в )?NAME'
  + '|(?:модель|модели|продукт\\w{0,3}|помощник|ассистент) (?:от |компании )NAME'
const EAST_ASIAN = '(?:由|是|为|被)(?:中国的?|美国的?)?(?:公司)?NAME(?:公司|团队|團隊|旗下)?(?:自主|独立|所)?(?:开发|研发|训练|创建|创造|推出|打造|构建|設計|开發|開發|研發|訓練|創建|設计|制作|提供)'
  + '|NAME(?:公司|团队|團隊)?(?:自主|独立|所)?(?:开发|研发|训练|推出|打造|創造|開發|研發|訓練|创造)的|(?:来自|來自)NAME'
  + '|NAME(?:社|株式会社|チーム)?(?:によって|により|が|の)(?:開発|作成|作ら|訓練|トレーニング|作っ|設計|提供)|NAME(?:社)?製の'
  + '|NAME ?(?:사|팀)?(?:에서|가|이|의|에 의해|사가) ?(?:개발|만든|만들|제작|훈련|학습|설계|출시)'
const OTHER_SCRIPTS = '(?:طورت|دربت|أنشأت|صنعت|صممت)(?:ه|ها|ني|نا)? ?(?:شركة )?NAME|(?:تطوير|تدريب|إنشاء|صنع|تصميم)[يه]? (?:من قبل |من طرف |بواسطة |من )?(?:شركة )?NAME|من (?:تطوير|إنتاج|صنع) (?:شركة )?NAME'
  + '|NAME (?:द्वारा|ने|के द्वारा) (?:विकसित|बनाया|बनाई|प्रशिक्षित|निर्मित|तैयार)|(?:พัฒนา|สร้าง|ฝึกฝน|ฝึก|ออกแบบ)(?:ขึ้น)?(?:โดย|จาก)(?:บริษัท|ทีม)? ?NAME'

export const MAKERS = [ENGLISH, ENGLISH_OTHER, EUROPEAN, CYRILLIC, EAST_ASIAN, OTHER_SCRIPTS].join('|')

/** At the beginning of a sentence or not; the names themselves keep their case, which tells Solar from solar. */
const words = (list: string): string => list.split('|').map(word => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`).join('|')

/** `NAME` stands for a product's names: the speaker introduces itself. */
export const INTRODUCTIONS = `(?:(?:\\bI am|\\bI'm|\\bI, |\\bAs|\\b(?:${words('my name is|call me|called|named|this is|powered by|based on|version of|talking to|chatting with')})) (?:the |an? |your )?`
  + `|\\b(?:${words('soy|me llamo|je suis|je m\'appelle|ich bin|ich heiße|sou|meu nome é|sono|mi chiamo|ik ben|jestem|nazywam się|ben|tôi là|tôi tên là|saya|nama saya')})(?: la| el| le| il| der| die| das| de| o| a)? `
  + `|(?:${words('я|меня зовут|это')})[ —–,-]{1,4}|(?:我是|我叫|叫我|名叫|名为|作为|我的名字是|我就是)(?:一个|一款)? ?|(?:私は|わたしは|僕は|私の名前は|わたくしは)、? ?|(?:저는|나는|제 이름은) `
  + '|(?:أنا|اسمي) |(?:मैं|मेरा नाम) |(?:ฉันคือ|ฉันชื่อ|ผมคือ|ผมชื่อ|ฉันเป็น) ?)NAME'
