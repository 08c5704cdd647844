"""Invented texts of an invented city, in three languages: what the catalogue would hold.

No person, association or mark in here is real; the neighbourhoods are Milan's.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class CityWords:
    """What a station gets from the catalogue in one language: the same shape in each, so that screens compare."""

    hub_name: tuple[str, ...]  # as the door says it: the same in every language
    hub: str
    titles: tuple[str, ...]  # short titles, eight at least
    long_titles: tuple[str, ...]  # as long as real catalogues make them
    standing: tuple[str, ...]  # titles of offers without a date
    places: tuple[str, ...]
    areas: tuple[str, ...]
    address: str
    provider: str
    about: str
    long_about: str
    how: str
    sensitive_title: str
    sensitive_about: str
    first_name: str
    long_first_name: str
    first_names: tuple[str, ...]  # of siblings
    vouchers: tuple[str, ...]  # names of programmes


_PLACES = ("Sala grande", "Cortile", "Biblioteca di quartiere", "Palestra Olmi")
_FIRST_NAMES = ("Amina", "Youssef", "Sara", "Tommaso", "Ji-woo", "Oleksandr", "Bea", "Federica")
_AREAS = ("Baggio", "Quinto Romano", "Forze Armate", "Gallaratese - Quarto Oggiaro")

ITALIAN = CityWords(
    hub_name=("HUB", "BAGGIO"),
    hub="Spazio di quartiere Baggio",
    titles=(
        "Bottega dei suoni",
        "Palla in cortile",
        "Compiti insieme",
        "Orto sul balcone",
        "Cuochi per un giorno",
        "Storie sotto il tavolo",
        "Mappe del quartiere",
        "Ciclofficina",
    ),
    long_titles=(
        "Laboratorio di costruzione di strumenti musicali con materiali di recupero e piccolo concerto nel cortile",
        "Passeggiata alla scoperta degli alberi del parco, con merenda condivisa e disegno per tutta la famiglia",
        "Supercinematografaro: precipitevolissimevolmente",
    ),
    standing=("Spazio gioco aperto", "Prestito di libri", "Ludoteca", "Sportello compiti"),
    places=_PLACES,
    areas=_AREAS,
    address="via delle Betulle 12",
    provider="Associazione Il Girasole di Carta",
    about="Costruiamo tamburi e flauti con quello che troviamo. Alla fine suoniamo tutti insieme.",
    long_about=(
        "Costruiamo tamburi e flauti con quello che troviamo: barattoli, tubi di cartone, tappi e semi. Ogni bambina "
        "e ogni bambino porta a casa il proprio strumento. Le famiglie possono restare, dare una mano o aspettare "
        "nella sala accanto, dove ci sono libri, giochi da tavolo e un angolo morbido per i più piccoli. Nel secondo "
        "incontro proviamo i suoni, nel terzo scriviamo una canzone del quartiere e nell'ultimo la cantiamo nel "
        "cortile. Non serve saper suonare. Se un materiale vi dà fastidio ditecelo prima: ne abbiamo sempre un altro."
    ),
    how="Venite quando volete negli orari di apertura. Al primo ingresso serve un adulto.",
    sensitive_title="Uno spazio per parlare",
    sensitive_about="Una persona ti ascolta, da sola o con chi vuoi tu. Quello che dici resta qui.",
    first_name="Nora",
    long_first_name="Maria Antonietta Guglielmina",
    first_names=_FIRST_NAMES,
    vouchers=("Voucher Sport", "Voucher Estate in città", "Voucher di gruppo: una stagione per tutte e tutti"),
)

ENGLISH = CityWords(
    hub_name=("HUB", "BAGGIO"),
    hub="Baggio neighbourhood space",
    titles=(
        "Sound workshop",
        "Ball in the yard",
        "Homework together",
        "Balcony garden",
        "Cooks for a day",
        "Stories under the table",
        "Maps of our streets",
        "Bicycle workshop",
    ),
    long_titles=(
        "Making musical instruments out of things that were thrown away, with a small concert in the yard at the end",
        "A walk to find out about the trees of the park, a shared snack and drawing from life for the whole family",
        "Counterrevolutionaries: incomprehensibilities",
    ),
    standing=("Open play space", "Borrow a book", "Toy library", "Homework desk"),
    places=_PLACES,
    areas=_AREAS,
    address="via delle Betulle 12",
    provider="Associazione Il Girasole di Carta",
    about="We build drums and flutes out of what we find. At the end we all play together.",
    long_about=(
        "We build drums and flutes out of what we find: tins, cardboard tubes, corks and seeds. Every child takes an "
        "instrument home. Families may stay, lend a hand or wait in the room next door, where there are books, board "
        "games and a soft corner for the youngest. At the second meeting we try the sounds, at the third we write a "
        "song of our streets and at the last we sing it in the yard. Nobody needs to know how to play. If a material "
        "is not good for you tell us first: we always have another one."
    ),
    how="Come whenever you like while we are open. The first time an adult comes with you.",
    sensitive_title="A space to talk",
    sensitive_about="Somebody listens to you, alone or with whom you choose. What you say stays here.",
    first_name="Nora",
    long_first_name="Maria Antonietta Guglielmina",
    first_names=_FIRST_NAMES,
    vouchers=("Sport voucher", "Summer in town voucher", "Group voucher: a season for everybody"),
)

ARABIC = CityWords(
    hub_name=("HUB", "BAGGIO"),
    hub="فضاء حي باجيو",
    titles=(
        "ورشة الأصوات",
        "كرة في الساحة",
        "الواجبات معًا",
        "بستان الشرفة",
        "طباخون ليوم واحد",
        "حكايات تحت الطاولة",
        "خرائط الحي",
        "ورشة الدراجات",
    ),
    long_titles=(
        "ورشة لصنع الآلات الموسيقية من المواد المستعملة مع حفلة صغيرة في الساحة في نهاية اللقاء الأخير",
        "نزهة لاكتشاف أشجار الحديقة مع وجبة خفيفة مشتركة ورسم من الطبيعة لكل أفراد العائلة من الصغار والكبار",
        "Supercinematografaro: precipitevolissimevolmente",
    ),
    standing=("مساحة لعب مفتوحة", "استعارة الكتب", "مكتبة الألعاب", "ركن الواجبات"),
    places=_PLACES,
    areas=_AREAS,
    address="via delle Betulle 12",
    provider="Associazione Il Girasole di Carta",
    about="نصنع الطبول والمزامير مما نجده. وفي النهاية نعزف كلنا معًا.",
    long_about=(
        "نصنع الطبول والمزامير مما نجده: علب وأنابيب من الكرتون وسدادات وبذور. كل طفلة وكل طفل يأخذ آلته إلى البيت. "
        "يمكن للعائلات أن تبقى أو تساعد أو تنتظر في القاعة المجاورة، حيث توجد كتب وألعاب وركن ناعم للصغار. في اللقاء "
        "الثاني نجرب الأصوات، وفي الثالث نكتب أغنية عن الحي، وفي الأخير نغنيها في الساحة. لا يلزم أن تعرف العزف. إذا "
        "كانت مادة ما تزعجك فأخبرنا قبل ذلك: لدينا دائمًا مادة أخرى."
    ),
    how="تعالوا متى شئتم في أوقات العمل. في المرة الأولى يأتي معك شخص بالغ.",
    sensitive_title="مكان للكلام",
    sensitive_about="شخص يستمع إليك، وحدك أو مع من تختار. ما تقوله يبقى هنا.",
    first_name="نورة",
    long_first_name="Maria Antonietta Guglielmina",
    first_names=_FIRST_NAMES,
    vouchers=("قسيمة الرياضة", "قسيمة الصيف في المدينة", "قسيمة جماعية: موسم للجميع"),
)

BY_TAG = {"it": ITALIAN, "en": ENGLISH, "ar": ARABIC}
