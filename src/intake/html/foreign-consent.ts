// A text -> whether it asks for consent to cookies and the like in another language than English: publishers choose the language by the reader's
// address, so such a box stands above English articles too.

interface Words {
  /** The reader is spoken to, or the publisher says "we". */
  address: RegExp
  /** What such a text is about; it names several. */
  notions: readonly RegExp[]
}

/** \b knows the letters of ASCII alone. */
const word = (alternatives: string): RegExp => new RegExp(`(?<!\\p{L})(?:${alternatives})`, 'iu')

const words = (address: string, ...notions: string[]): Words => ({
  address: new RegExp(`(?<!\\p{L})(?:${address})(?!\\p{L})`, 'iu'),
  notions: ['cookies?(?!\\p{L})', ...notions].map(word),
})

/** Cookies; partners; consent, withdrawn or refused; personal data; a device; legitimate interest. */
const LANGUAGES: readonly Words[] = [
  words(
    'wir|uns|unsere|sie|ihre|ihr',
    'partner',
    'einwilligung|zustimm',
    'personenbezogene',
    'gerät',
    'berechtigte[sn]? interesse',
    'datenschutz',
  ),
  words(
    'nous|nos|notre|vous|votre|vos',
    'partenaires',
    'consent',
    'données (?:à caractère )?personnelles|informations personnelles|confidentialité',
    'appareil|terminal',
    'intérêt légitime',
    'traceurs',
  ),
  words(
    'nosotros|nuestros|usted|su|sus|tu|tus',
    'socios',
    'consentimiento',
    'datos personales|privacidad',
    'dispositivo',
    'interés legítimo',
  ),
  words(
    'nós|nossos|você|seu|seus|sua|suas',
    'parceiros',
    'consentimento',
    'dados pessoais|privacidade',
    'dispositivo',
    'interesse legítimo',
  ),
  words(
    'noi|nostri|tuo|tuoi|tua|tue|suo|suoi|è possibile',
    'partner',
    'consenso',
    'dati personali|privacy',
    'dispositivo',
    'interesse legittimo',
  ),
  words(
    'wij|we|onze|u|uw|je|jouw',
    'partners',
    'toestemming',
    'persoonsgegevens|privacy',
    'apparaat',
    'gerechtvaardigd belang',
  ),
  words(
    'my|nasi|naszych|twoje|twoich|możesz|swoją',
    'partner',
    'zgod',
    'dan(?:e|ych) osobow|prywatności',
    'urządzen',
    'uzasadnion',
    'ciastecz|plik(?:i|ów) cookie',
  ),
  words(
    'vi|våra|vores|våre|du|dig|deg|din|ditt|dine|dina',
    'partner',
    'samtyck|samtykke',
    'personuppgifter|personoplysninger|personopplysninger',
    'enhet',
    'berättigat intresse|legitim interesse',
    'informasjonskapsler',
  ),
  words(
    'мы|наши|вы|вашего?|ваши|ми|наші|ви|ваші|можете',
    'партнер|партнёр',
    'согласи|згод',
    'персональн',
    'устройств|пристро',
    'файл[ыів]* cookie',
    'конфиденциальн|конфіденційн',
  ),
  words(
    'biz|bizim|iş ortaklarımız|siz|sizin|istediğiniz',
    'ortaklarımız',
    'iz(?:in|ni)|rıza',
    'kişisel veri',
    'cihaz',
    'çerez',
    'gizlilik',
  ),
  words(
    'noi|noștri|dvs|dumneavoastră|puteți',
    'parteneri',
    'consimțământ',
    'date(?:le)? (?:cu caracter )?personale',
    'dispozitiv',
    'interes legitim',
  ),
  words(
    'mi|naši|naših|vi|vaš|vaše|možete|my|naši partneři|vy|můžete|môžete',
    'partner',
    'pristanak|privol|souhlas|súhlas|saglasnost',
    'osobn|ličn[ei] podat',
    'uređaj|zařízení|zariaden',
    'kolačić',
  ),
  words(
    'εμείς|μας|σας|εσείς',
    'συνεργάτες|συνεργατών',
    'συγκατάθεσ|συναίνεσ',
    'προσωπικά δεδομένα|προσωπικών δεδομένων',
    'συσκευή',
  ),
  words('نحن|لدينا|شركاؤنا|يمكنك', 'شركا', 'موافق', 'شخصية', 'جهاز', 'ارتباط'),
]

const FEWEST = 2
/** Other languages have "we", "my" and "partners" too. */
const ENGLISH = /\b(?:the|and|that|with)\b/i

export const isAskedElsewhere = (text: string): boolean =>
  !ENGLISH.test(text) &&
  LANGUAGES.some(
    ({ address, notions }) => address.test(text) && notions.filter((notion) => notion.test(text)).length >= FEWEST,
  )
