<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="it">
<context>
    <name>ActivityFacts</name>
    <message>
        <source>Quando</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Quando è aperto</source>
        <translation>عندما يكون مفتوحًا</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>أين</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>Quanto costa</source>
        <translation>كم يكلّف</translation>
    </message>
    <message>
        <source>per tutto il corso</source>
        <comment>of the price</comment>
        <translation>للدورة كاملة</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Come si entra</source>
        <translation>كيف تدخل</translation>
    </message>
    <message>
        <source>Chi la fa</source>
        <translation>من ينظّمه</translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Chiudi subito</source>
        <translation>أغلق الآن</translation>
    </message>
    <message>
        <source>Tutto il corso: %1 date</source>
        <translation>الدورة كاملة: %1 مواعيد</translation>
    </message>
    <message>
        <source>Paga con il voucher</source>
        <translation>ادفع بالقسيمة</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Siete qui!</source>
        <translation>أنتم هنا!</translation>
    </message>
    <message>
        <source>Ciao!</source>
        <translation>أهلًا!</translation>
    </message>
    <message>
        <source>Ciao %1!</source>
        <translation>أهلًا %1!</translation>
    </message>
    <message>
        <source>Ciao di nuovo!</source>
        <translation>أهلًا من جديد!</translation>
    </message>
    <message>
        <source>Ciao di nuovo, %1!</source>
        <translation>أهلًا من جديد يا %1!</translation>
    </message>
    <message>
        <source>Sei qui!</source>
        <translation>أنت هنا!</translation>
    </message>
    <message>
        <source>A presto!</source>
        <translation>إلى اللقاء!</translation>
    </message>
    <message>
        <source>A presto, %1!</source>
        <translation>إلى اللقاء يا %1!</translation>
    </message>
    <message>
        <source>Pagato!</source>
        <translation>تم الدفع!</translation>
    </message>
    <message>
        <source>C’è il posto!</source>
        <translation>يوجد مكان!</translation>
    </message>
    <message>
        <source>C’è il posto per %1!</source>
        <translation>يوجد مكان من أجل %1!</translation>
    </message>
    <message>
        <source>L’ho chiesto.</source>
        <translation>لقد سألت.</translation>
    </message>
    <message>
        <source>Sei in lista.</source>
        <translation>أنت في القائمة.</translation>
    </message>
    <message>
        <source>L’ho messo da parte.</source>
        <translation>احتفظت به جانبًا.</translation>
    </message>
    <message>
        <source>Va bene!</source>
        <translation>حسنًا!</translation>
    </message>
    <message>
        <source>Adesso non riesco.</source>
        <translation>لا أستطيع الآن.</translation>
    </message>
    <message>
        <source>Leggo…</source>
        <translation>أقرأ…</translation>
    </message>
    <message>
        <source>Sei qui.</source>
        <translation>أنت هنا.</translation>
    </message>
    <message>
        <source>Siete già qui.</source>
        <translation>أنتم هنا من قبل.</translation>
    </message>
    <message>
        <source>Sei già qui.</source>
        <translation>أنت هنا من قبل.</translation>
    </message>
    <message numerus="yes">
        <source>Siete in %n. Al banco lo confermano.</source>
        <translation>
            <numerusform>المكتب يؤكد ذلك.</numerusform>
            <numerusform>المكتب يؤكد ذلك.</numerusform>
            <numerusform>أنتما اثنان. المكتب يؤكد ذلك.</numerusform>
            <numerusform>أنتم %n. المكتب يؤكد ذلك.</numerusform>
            <numerusform>أنتم %n. المكتب يؤكد ذلك.</numerusform>
            <numerusform>أنتم %n. المكتب يؤكد ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ciao, buon ritorno.</source>
        <translation>مع السلامة.</translation>
    </message>
    <message>
        <source>Chi viene a prenderti passa al banco.</source>
        <translation>من يأتي ليأخذك يمر على المكتب.</translation>
    </message>
    <message>
        <source>Se si libera un posto te lo diciamo.</source>
        <translation>إذا فرغ مكان نخبرك.</translation>
    </message>
    <message>
        <source>Adesso un adulto dice sì, con la sua tessera.</source>
        <translation>الآن يقول شخص بالغ نعم، ببطاقته.</translation>
    </message>
    <message>
        <source>Il posto è di nuovo libero.</source>
        <translation>المكان متاح من جديد.</translation>
    </message>
    <message>
        <source>Chiedi al banco.</source>
        <translation>اسأل عند المكتب.</translation>
    </message>
    <message numerus="yes">
        <source>%n adulti</source>
        <translation>
            <numerusform>%n بالغ</numerusform>
            <numerusform>بالغ واحد</numerusform>
            <numerusform>بالغان</numerusform>
            <numerusform>%n بالغين</numerusform>
            <numerusform>%n بالغًا</numerusform>
            <numerusform>%n بالغ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <comment>two names</comment>
        <translation>%1 و%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Non è ancora un posto. Te lo diciamo presto.</source>
        <translation>ليس مكانًا بعد. نخبرك قريبًا.</translation>
    </message>
    <message>
        <source>Non è ancora un posto. Te lo diciamo entro %1.</source>
        <comment>day</comment>
        <translation>ليس مكانًا بعد. نخبرك قبل نهاية %1.</translation>
    </message>
    <message>
        <source>alle %1</source>
        <comment>at a time of today</comment>
        <translation>الساعة %1</translation>
    </message>
    <message>
        <source>Apriamo %1.</source>
        <comment>when</comment>
        <translation>نفتح %1.</translation>
    </message>
    <message>
        <source>Adesso è pieno. Chiedi al banco.</source>
        <translation>المكان ممتلئ الآن. اسأل عند المكتب.</translation>
    </message>
    <message>
        <source>Adesso è pieno. C’è posto %1.</source>
        <comment>when</comment>
        <translation>المكان ممتلئ الآن. يوجد مكان %1.</translation>
    </message>
    <message>
        <source>Adesso è chiuso. Chiedi al banco.</source>
        <translation>المكان مغلق الآن. اسأل عند المكتب.</translation>
    </message>
    <message>
        <source>Adesso è chiuso. Apriamo %1.</source>
        <comment>when</comment>
        <translation>المكان مغلق الآن. نفتح %1.</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Lingua</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Grande</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Contrasto</source>
        <translation>التباين</translation>
    </message>
    <message>
        <source>In alto</source>
        <translation>للأعلى</translation>
    </message>
    <message>
        <source>In basso</source>
        <translation>للأسفل</translation>
    </message>
    <message>
        <source>Ho finito</source>
        <translation>انتهيت</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>Qui per ora non c’è niente.</source>
        <translation>لا يوجد شيء هنا الآن.</translation>
    </message>
    <message>
        <source>Prova con un altro pulsante.</source>
        <translation>جرّب زرًا آخر.</translation>
    </message>
    <message>
        <source>Mostra altre attività</source>
        <translation>أظهر أنشطة أخرى</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>Che cosa vuoi pagare?</source>
        <translation>ماذا تريد أن تدفع؟</translation>
    </message>
    <message>
        <source>Per ora qui non c’è niente da pagare con questo voucher.</source>
        <translation>لا يوجد هنا الآن ما يُدفع بهذه القسيمة.</translation>
    </message>
</context>
<context>
    <name>CountRow</name>
    <message>
        <source>Adulti</source>
        <translation>بالغون</translation>
    </message>
    <message>
        <source>Educatori</source>
        <translation>مربّون</translation>
    </message>
    <message>
        <source>%1: uno di meno</source>
        <translation>%1: أقل بواحد</translation>
    </message>
    <message>
        <source>%1: uno di più</source>
        <translation>%1: أكثر بواحد</translation>
    </message>
    <message>
        <source>%1: cinque di più</source>
        <translation>%1: أكثر بخمسة</translation>
    </message>
</context>
<context>
    <name>CountScreen</name>
    <message>
        <source>Il vostro gruppo</source>
        <translation>مجموعتكم</translation>
    </message>
    <message>
        <source>Quanti siete?</source>
        <translation>كم عددكم؟</translation>
    </message>
    <message>
        <source>Siamo un gruppo</source>
        <translation>نحن مجموعة</translation>
    </message>
    <message>
        <source>Tocca + per contarvi.</source>
        <translation>المس + لتعدّوا أنفسكم.</translation>
    </message>
    <message>
        <source>Sono qui</source>
        <translation>أنا هنا</translation>
    </message>
    <message numerus="yes">
        <source>Siamo qui in %n</source>
        <translation>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CourseDates</name>
    <message>
        <source>Tutto il corso</source>
        <translation>الدورة كاملة</translation>
    </message>
    <message>
        <source>%1 date</source>
        <translation>%1 مواعيد</translation>
    </message>
    <message>
        <source>Quanto costa</source>
        <translation>كم يكلّف</translation>
    </message>
    <message>
        <source>per tutto il corso</source>
        <comment>of the price</comment>
        <translation>للدورة كاملة</translation>
    </message>
</context>
<context>
    <name>DeskSign</name>
    <message>
        <source>Dillo al banco.</source>
        <translation>أخبر المكتب.</translation>
    </message>
    <message>
        <source>Dillo al banco entro %1.</source>
        <comment>day and time</comment>
        <translation>أخبر المكتب قبل %1.</translation>
    </message>
</context>
<context>
    <name>DoorScreen</name>
    <message>
        <source>Proviamo ancora.</source>
        <translation>لنحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Ciao %1!</source>
        <translation>أهلًا %1!</translation>
    </message>
    <message numerus="yes">
        <source>Aspetta %n secondi.</source>
        <translation>
            <numerusform>انتظر قليلًا.</numerusform>
            <numerusform>انتظر ثانية واحدة.</numerusform>
            <numerusform>انتظر ثانيتين.</numerusform>
            <numerusform>انتظر %n ثوانٍ.</numerusform>
            <numerusform>انتظر %n ثانية.</numerusform>
            <numerusform>انتظر %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tocca il tuo PIN.</source>
        <translation>المس رقمك السري.</translation>
    </message>
    <message>
        <source>Per chi lavora qui</source>
        <translation>لمن يعمل هنا</translation>
    </message>
    <message>
        <source>Oppure mostra la tua tessera.</source>
        <translation>أو أظهر بطاقتك.</translation>
    </message>
    <message>
        <source>Mostra la tua tessera</source>
        <translation>أظهر بطاقتك</translation>
    </message>
    <message>
        <source>Poi tocca il tuo PIN.</source>
        <translation>ثم المس رقمك السري.</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Qui oggi si riposa.</source>
        <translation>اليوم نستريح هنا.</translation>
    </message>
    <message>
        <source>Guarda anche le altre attività.</source>
        <translation>شاهد الأنشطة الأخرى أيضًا.</translation>
    </message>
</context>
<context>
    <name>Entered</name>
    <message>
        <source>%1 di %2</source>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>FamilyScreen</name>
    <message>
        <source>Ciao!</source>
        <translation>أهلًا!</translation>
    </message>
    <message>
        <source>Ciao %1!</source>
        <translation>أهلًا %1!</translation>
    </message>
    <message>
        <source>Chi c’è con te?</source>
        <translation>من معك؟</translation>
    </message>
    <message>
        <source>Tocca chi è qui.</source>
        <translation>المس من هو هنا.</translation>
    </message>
    <message>
        <source>Sono qui</source>
        <translation>أنا هنا</translation>
    </message>
    <message numerus="yes">
        <source>Siamo qui in %n</source>
        <translation>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
            <numerusform>نحن هنا: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Un adulto</source>
        <translation>شخص بالغ</translation>
    </message>
    <message>
        <source>Un altro adulto</source>
        <translation>بالغ آخر</translation>
    </message>
    <message>
        <source>Altri della famiglia</source>
        <translation>آخرون من العائلة</translation>
    </message>
    <message>
        <source>Siamo un gruppo</source>
        <translation>نحن مجموعة</translation>
    </message>
    <message>
        <source>Non sono io</source>
        <translation>هذا ليس أنا</translation>
    </message>
    <message>
        <source>è già qui</source>
        <translation>هنا من قبل</translation>
    </message>
    <message>
        <source>è qui</source>
        <translation>هنا</translation>
    </message>
    <message>
        <source>oggi no</source>
        <translation>ليس اليوم</translation>
    </message>
    <message>
        <source>Adulto</source>
        <translation>بالغ</translation>
    </message>
    <message>
        <source>Adulto %1</source>
        <translation>بالغ %1</translation>
    </message>
</context>
<context>
    <name>FirstCopyScreen</name>
    <message>
        <source>Il tram aspetta alla fermata.</source>
        <translation>الترام ينتظر في محطته.</translation>
    </message>
    <message>
        <source>Il tram porta qui le attività.</source>
        <translation>الترام يجلب الأنشطة إلى هنا.</translation>
    </message>
    <message>
        <source>Riparte da solo. Intanto chiedi al banco.</source>
        <translation>سينطلق وحده. الآن اسأل في الاستقبال.</translation>
    </message>
    <message>
        <source>Tra poco siamo pronti.</source>
        <translation>سنكون جاهزين بعد قليل.</translation>
    </message>
    <message>
        <source>Arrivate %1 su %2</source>
        <translation>وصل %1 من %2</translation>
    </message>
</context>
<context>
    <name>HereTile</name>
    <message>
        <source>Sono qui</source>
        <translation>أنا هنا</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>أظهر بطاقتك</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Ciao! Che cosa facciamo oggi?</source>
        <translation>أهلًا! ماذا نفعل اليوم؟</translation>
    </message>
    <message>
        <source>La mia tessera</source>
        <translation>بطاقتي</translation>
    </message>
    <message>
        <source>Siamo qui senza tessera</source>
        <translation>نحن هنا بلا بطاقة</translation>
    </message>
    <message>
        <source>Che cosa c’è</source>
        <translation>ماذا يوجد</translation>
    </message>
    <message>
        <source>Oggi all’hub</source>
        <translation>اليوم في المركز</translation>
    </message>
    <message>
        <source>Prossimi giorni</source>
        <translation>في الأيام القادمة</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Ci sei ancora?</source>
        <translation>أما زلت هنا؟</translation>
    </message>
    <message numerus="yes">
        <source>Chiudo tra %n secondi.</source>
        <translation>
            <numerusform>سأغلق الآن.</numerusform>
            <numerusform>سأغلق بعد ثانية واحدة.</numerusform>
            <numerusform>سأغلق بعد ثانيتين.</numerusform>
            <numerusform>سأغلق بعد %n ثوانٍ.</numerusform>
            <numerusform>سأغلق بعد %n ثانية.</numerusform>
            <numerusform>سأغلق بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sono ancora qui</source>
        <translation>ما زلت هنا</translation>
    </message>
</context>
<context>
    <name>InsideScreen</name>
    <message>
        <source>Chi è dentro</source>
        <translation>من في الداخل</translation>
    </message>
    <message>
        <source>Aggiorna</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>dentro</source>
        <translation>في الداخل</translation>
    </message>
    <message>
        <source>bambini</source>
        <translation>أطفال</translation>
    </message>
    <message>
        <source>adulti</source>
        <translation>بالغون</translation>
    </message>
    <message>
        <source>educatori</source>
        <translation>مربّون</translation>
    </message>
    <message>
        <source>senza età</source>
        <translation>بلا عمر</translation>
    </message>
    <message>
        <source>gruppi</source>
        <translation>مجموعات</translation>
    </message>
    <message>
        <source>Può mancare qualcuno.</source>
        <translation>قد ينقص أحد.</translation>
    </message>
    <message>
        <source>Non c’è nessuno.</source>
        <translation>لا أحد هنا.</translation>
    </message>
</context>
<context>
    <name>JoinScreen</name>
    <message>
        <source>è per chi è più grande</source>
        <translation>هو لمن هم أكبر</translation>
    </message>
    <message>
        <source>è per chi è più piccolo</source>
        <translation>هو لمن هم أصغر</translation>
    </message>
    <message>
        <source>è già in lista</source>
        <translation>في القائمة من قبل</translation>
    </message>
    <message>
        <source>a quell’ora ha: %1</source>
        <comment>another activity</comment>
        <translation>لديه في ذلك الوقت: %1</translation>
    </message>
    <message>
        <source>%1 ha: %2</source>
        <comment>when, another activity</comment>
        <translation>%1 لديه: %2</translation>
    </message>
    <message>
        <source>viene</source>
        <translation>يأتي</translation>
    </message>
    <message>
        <source>tocca per scegliere</source>
        <translation>المس لتختار</translation>
    </message>
    <message>
        <source>Chiudi subito</source>
        <translation>أغلق الآن</translation>
    </message>
    <message>
        <source>Chi viene?</source>
        <translation>من يأتي؟</translation>
    </message>
    <message>
        <source>Lo chiediamo a un adulto della tua famiglia. Dirà sì con la sua tessera.</source>
        <translation>نسأل شخصًا بالغًا من عائلتك. سيقول نعم ببطاقته.</translation>
    </message>
    <message>
        <source>Tocca chi viene.</source>
        <translation>المس من يأتي.</translation>
    </message>
    <message>
        <source>Vorrei venire</source>
        <translation>أودّ أن آتي</translation>
    </message>
    <message>
        <source>Vengo</source>
        <translation>سآتي</translation>
    </message>
    <message>
        <source>Iscrivi %1</source>
        <comment>whom</comment>
        <translation>سجّل %1</translation>
    </message>
</context>
<context>
    <name>Keeps</name>
    <message>
        <source>La tua ricevuta</source>
        <translation>إيصالك</translation>
    </message>
    <message>
        <source>Portala con te</source>
        <translation>خذ الموعد معك</translation>
    </message>
    <message>
        <source>Fai una foto: vale come prova.</source>
        <translation>التقط صورة: فهي إثبات.</translation>
    </message>
    <message>
        <source>Inquadra con il telefono: la data va nel calendario.</source>
        <translation>وجّه هاتفك إلى هنا: يدخل الموعد في تقويمك.</translation>
    </message>
</context>
<context>
    <name>LanguageScreen</name>
    <message>
        <source>Che lingua parli?</source>
        <translation>ما هي لغتك؟</translation>
    </message>
</context>
<context>
    <name>LeaderScreen</name>
    <message>
        <source>Chi guida il gruppo?</source>
        <translation>من يقود المجموعة؟</translation>
    </message>
    <message>
        <source>Mostra la sua tessera al lettore.</source>
        <translation>أظهر بطاقته للقارئ.</translation>
    </message>
</context>
<context>
    <name>LeaveScreen</name>
    <message>
        <source>Vai via, %1?</source>
        <translation>هل ستذهب يا %1؟</translation>
    </message>
    <message>
        <source>Chi va via?</source>
        <translation>من سيذهب؟</translation>
    </message>
    <message>
        <source>va via</source>
        <translation>يذهب</translation>
    </message>
    <message>
        <source>resta qui</source>
        <translation>يبقى هنا</translation>
    </message>
    <message>
        <source>chiede al banco</source>
        <translation>يسأل عند المكتب</translation>
    </message>
    <message>
        <source>Vado via</source>
        <translation>سأذهب</translation>
    </message>
    <message>
        <source>Resto qui</source>
        <translation>سأبقى هنا</translation>
    </message>
    <message>
        <source>È arrivato qualcuno</source>
        <translation>وصل أحد</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Costa</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>Già pagato</source>
        <translation>مدفوع من قبل</translation>
    </message>
    <message>
        <source>Paga il voucher</source>
        <translation>تدفع القسيمة</translation>
    </message>
    <message>
        <source>Paga %1</source>
        <translation>تدفع %1</translation>
    </message>
    <message>
        <source>Paghi tu, sul posto</source>
        <translation>تدفع أنت، هناك</translation>
    </message>
    <message>
        <source>Tu non paghi niente</source>
        <translation>لا تدفع شيئًا</translation>
    </message>
    <message>
        <source>Nel voucher resta</source>
        <translation>يبقى في القسيمة</translation>
    </message>
    <message>
        <source>Nel voucher resta almeno</source>
        <translation>يبقى في القسيمة على الأقل</translation>
    </message>
    <message>
        <source>Del voucher: %1</source>
        <translation>من القسيمة: %1</translation>
    </message>
    <message>
        <source>Per ora il voucher paga fin qui.</source>
        <translation>حاليًا تدفع القسيمة حتى هذا الحدّ.</translation>
    </message>
    <message>
        <source>Usa %1 del voucher</source>
        <translation>استعمل %1 من القسيمة</translation>
    </message>
    <message>
        <source>Il voucher ha pagato %1.</source>
        <translation>دفعت القسيمة %1.</translation>
    </message>
    <message>
        <source>Il voucher ha pagato %1. Tu paghi %2, sul posto.</source>
        <translation>دفعت القسيمة %1. تدفع أنت %2، هناك.</translation>
    </message>
</context>
<context>
    <name>MoneyScreen</name>
    <message>
        <source>Torna indietro</source>
        <translation>ارجع</translation>
    </message>
    <message>
        <source>Di meno</source>
        <translation>أقل</translation>
    </message>
    <message>
        <source>Di più</source>
        <translation>أكثر</translation>
    </message>
</context>
<context>
    <name>MyCardScreen</name>
    <message>
        <source>La tessera di %1</source>
        <translation>بطاقة %1</translation>
    </message>
    <message>
        <source>I voucher</source>
        <translation>القسائم</translation>
    </message>
    <message>
        <source>Qui non c’è nessun voucher. Al banco sanno dirti di più.</source>
        <translation>لا توجد هنا قسيمة. في المكتب يخبرونك بالمزيد.</translation>
    </message>
    <message>
        <source>Le iscrizioni</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Per ora nessuna.</source>
        <translation>لا شيء الآن.</translation>
    </message>
    <message>
        <source>Cerca un’attività</source>
        <translation>ابحث عن نشاط</translation>
    </message>
</context>
<context>
    <name>OutcomeScreen</name>
    <message>
        <source>Salvato qui. Parte con il prossimo tram.</source>
        <translation>محفوظ هنا. سينطلق مع الترام القادم.</translation>
    </message>
    <message>
        <source>Salvato.</source>
        <translation>تم الحفظ.</translation>
    </message>
    <message>
        <source>C’è qualcuno con me</source>
        <translation>معي أحد</translation>
    </message>
    <message>
        <source>La mia tessera</source>
        <translation>بطاقتي</translation>
    </message>
    <message>
        <source>Annulla %1</source>
        <translation>تراجع %1</translation>
    </message>
    <message>
        <source>Va bene</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Cancella una cifra</source>
        <translation>امسح رقمًا</translation>
    </message>
</context>
<context>
    <name>PicturesScreen</name>
    <message>
        <source>Proviamo ancora.</source>
        <translation>لنحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Tocca le tue tre figure.</source>
        <translation>المس صورك الثلاث.</translation>
    </message>
    <message>
        <source>Nell’ordine giusto.</source>
        <translation>بالترتيب الصحيح.</translation>
    </message>
    <message>
        <source>Da capo</source>
        <translation>من البداية</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Proviamo ancora.</source>
        <translation>لنحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Tocca il tuo PIN.</source>
        <translation>المس رقمك السري.</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message>
        <source>Oggi all’hub</source>
        <translation>اليوم في المركز</translation>
    </message>
</context>
<context>
    <name>PromptScreen</name>
    <message>
        <source>Pagare con il voucher</source>
        <translation>الدفع بالقسيمة</translation>
    </message>
    <message>
        <source>Iscriversi</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>La mia tessera</source>
        <translation>بطاقتي</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>أظهر بطاقتك</translation>
    </message>
    <message>
        <source>Poi tocchi le tue tre figure.</source>
        <translation>ثم تلمس صورك الثلاث.</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>Stare insieme</source>
        <translation>معًا</translation>
    </message>
    <message>
        <source>Muoversi</source>
        <translation>حركة</translation>
    </message>
    <message>
        <source>Stare bene</source>
        <translation>صحة</translation>
    </message>
    <message>
        <source>Imparare</source>
        <translation>تعلّم</translation>
    </message>
    <message>
        <source>Creare</source>
        <translation>إبداع</translation>
    </message>
    <message>
        <source>Scegliere</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>I nostri posti</source>
        <translation>أماكننا</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Questa settimana</source>
        <translation>هذا الأسبوع</translation>
    </message>
    <message>
        <source>Vicino a qui</source>
        <translation>قريب من هنا</translation>
    </message>
    <message>
        <source>Per età</source>
        <translation>حسب العمر</translation>
    </message>
    <message>
        <source>Tutto</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>per tutti</source>
        <translation>للجميع</translation>
    </message>
    <message numerus="yes">
        <source>da %n anni</source>
        <translation>
            <numerusform>من %n سنة</numerusform>
            <numerusform>من سنة واحدة</numerusform>
            <numerusform>من سنتين</numerusform>
            <numerusform>من %n سنوات</numerusform>
            <numerusform>من %n سنة</numerusform>
            <numerusform>من %n سنة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fino a %n anni</source>
        <translation>
            <numerusform>حتى %n سنة</numerusform>
            <numerusform>حتى سنة واحدة</numerusform>
            <numerusform>حتى سنتين</numerusform>
            <numerusform>حتى %n سنوات</numerusform>
            <numerusform>حتى %n سنة</numerusform>
            <numerusform>حتى %n سنة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anni</source>
        <translation>
            <numerusform>%n سنة</numerusform>
            <numerusform>سنة واحدة</numerusform>
            <numerusform>سنتان</numerusform>
            <numerusform>%n سنوات</numerusform>
            <numerusform>%n سنة</numerusform>
            <numerusform>%n سنة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1–%n anni</source>
        <comment>from %1 to %n years of age</comment>
        <translation>
            <numerusform>من %1 إلى %n سنة</numerusform>
            <numerusform>من %1 إلى سنة واحدة</numerusform>
            <numerusform>من %1 إلى سنتين</numerusform>
            <numerusform>من %1 إلى %n سنوات</numerusform>
            <numerusform>من %1 إلى %n سنة</numerusform>
            <numerusform>من %1 إلى %n سنة</numerusform>
        </translation>
    </message>
    <message>
        <source>gratis</source>
        <translation>مجانًا</translation>
    </message>
    <message>
        <source>€ %1</source>
        <translation>%1 يورو</translation>
    </message>
    <message>
        <source>ci sono posti</source>
        <translation>توجد أماكن</translation>
    </message>
    <message>
        <source>pochi posti</source>
        <translation>أماكن قليلة</translation>
    </message>
    <message>
        <source>posti finiti</source>
        <translation>لا توجد أماكن</translation>
    </message>
    <message>
        <source>vieni quando vuoi</source>
        <translation>تعال متى شئت</translation>
    </message>
    <message>
        <source>a %1 m</source>
        <translation>على بعد %1 م</translation>
    </message>
    <message>
        <source>a %1 km</source>
        <translation>على بعد %1 كم</translation>
    </message>
    <message>
        <source>oggi</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>domani</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>ieri</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>weekday, day, month</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Questo schermo è chiuso.</source>
        <translation>هذه الشاشة مغلقة.</translation>
    </message>
    <message>
        <source>%1, ore %2</source>
        <comment>day, time</comment>
        <translation>%1، الساعة %2</translation>
    </message>
    <message>
        <source>Dati di %1</source>
        <comment>day and time</comment>
        <translation>بيانات %1</translation>
    </message>
    <message numerus="yes">
        <source>%n messaggi</source>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>رسالة واحدة</numerusform>
            <numerusform>رسالتان</numerusform>
            <numerusform>%n رسائل</numerusform>
            <numerusform>%n رسالة</numerusform>
            <numerusform>%n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n giorni</source>
        <comment>has waited for</comment>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ore</source>
        <comment>has waited for</comment>
        <translation>
            <numerusform>%n ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minuti</source>
        <comment>has waited for</comment>
        <translation>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>poco</source>
        <comment>has waited for</comment>
        <translation>قليل</translation>
    </message>
    <message>
        <source>Arrivate %1 su %2.</source>
        <translation>وصل %1 من %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n messaggi aspettano.</source>
        <translation>
            <numerusform>لا رسائل تنتظر.</numerusform>
            <numerusform>رسالة واحدة تنتظر.</numerusform>
            <numerusform>رسالتان تنتظران.</numerusform>
            <numerusform>%n رسائل تنتظر.</numerusform>
            <numerusform>%n رسالة تنتظر.</numerusform>
            <numerusform>%n رسالة تنتظر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messaggi aspettano, il più vecchio da %1.</source>
        <translation>
            <numerusform>لا رسائل تنتظر منذ %1.</numerusform>
            <numerusform>رسالة واحدة تنتظر منذ %1.</numerusform>
            <numerusform>رسالتان تنتظران، أقدمهما منذ %1.</numerusform>
            <numerusform>%n رسائل تنتظر، أقدمها منذ %1.</numerusform>
            <numerusform>%n رسالة تنتظر، أقدمها منذ %1.</numerusform>
            <numerusform>%n رسالة تنتظر، أقدمها منذ %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n da guardare al banco.</source>
        <comment>messages</comment>
        <translation>
            <numerusform>لا شيء للمراجعة في الاستقبال.</numerusform>
            <numerusform>رسالة واحدة للمراجعة في الاستقبال.</numerusform>
            <numerusform>رسالتان للمراجعة في الاستقبال.</numerusform>
            <numerusform>%n رسائل للمراجعة في الاستقبال.</numerusform>
            <numerusform>%n رسالة للمراجعة في الاستقبال.</numerusform>
            <numerusform>%n رسالة للمراجعة في الاستقبال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tutto aggiornato, alle %1.</source>
        <translation>كل شيء محدّث، الساعة %1.</translation>
    </message>
    <message>
        <source>Dati aggiornati, alle %1.</source>
        <translation>البيانات محدّثة، الساعة %1.</translation>
    </message>
    <message>
        <source>Il tram porta qui le attività.</source>
        <translation>الترام يجلب الأنشطة إلى هنا.</translation>
    </message>
    <message>
        <source>Questo schermo è chiuso. Chiedi al banco.</source>
        <translation>هذه الشاشة مغلقة. اسأل في الاستقبال.</translation>
    </message>
    <message>
        <source>Il tram non è ancora arrivato.</source>
        <translation>لم يصل الترام بعد.</translation>
    </message>
    <message numerus="yes">
        <source>%n bambini</source>
        <translation>
            <numerusform>%n طفل</numerusform>
            <numerusform>طفل واحد</numerusform>
            <numerusform>طفلان</numerusform>
            <numerusform>%n أطفال</numerusform>
            <numerusform>%n طفلًا</numerusform>
            <numerusform>%n طفل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adulti</source>
        <translation>
            <numerusform>%n بالغ</numerusform>
            <numerusform>بالغ واحد</numerusform>
            <numerusform>بالغان</numerusform>
            <numerusform>%n بالغين</numerusform>
            <numerusform>%n بالغًا</numerusform>
            <numerusform>%n بالغ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n educatori</source>
        <translation>
            <numerusform>%n مربٍّ</numerusform>
            <numerusform>مربٍّ واحد</numerusform>
            <numerusform>مربّيان</numerusform>
            <numerusform>%n مربّين</numerusform>
            <numerusform>%n مربّيًا</numerusform>
            <numerusform>%n مربٍّ</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of people</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Un gruppo</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>Gruppo di %1</source>
        <translation>مجموعة %1</translation>
    </message>
    <message>
        <source>Senza tessera</source>
        <translation>بلا بطاقة</translation>
    </message>
    <message>
        <source>Senza nome</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>%1: mai sentito.</source>
        <translation>%1: لم يُسمع بعد.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a station, when it was heard</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Alle %1.</source>
        <comment>a time</comment>
        <translation>في الساعة %1.</translation>
    </message>
    <message>
        <source>Il tram parte tra poco.</source>
        <translation>الترام ينطلق قريبًا.</translation>
    </message>
    <message numerus="yes">
        <source>Il tram parte tra poco: %n messaggi</source>
        <translation>
            <numerusform>الترام ينطلق قريبًا: لا رسائل</numerusform>
            <numerusform>الترام ينطلق قريبًا: رسالة واحدة</numerusform>
            <numerusform>الترام ينطلق قريبًا: رسالتان</numerusform>
            <numerusform>الترام ينطلق قريبًا: %n رسائل</numerusform>
            <numerusform>الترام ينطلق قريبًا: %n رسالة</numerusform>
            <numerusform>الترام ينطلق قريبًا: %n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Il tram è in viaggio.</source>
        <translation>الترام في الطريق.</translation>
    </message>
    <message>
        <source>Il tram è arrivato. Tutto consegnato.</source>
        <translation>وصل الترام. تم تسليم كل شيء.</translation>
    </message>
    <message>
        <source>Il tram aspetta alla fermata.</source>
        <translation>الترام ينتظر في محطته.</translation>
    </message>
    <message numerus="yes">
        <source>Il tram aspetta alla fermata: %n messaggi</source>
        <translation>
            <numerusform>الترام ينتظر في محطته: لا رسائل</numerusform>
            <numerusform>الترام ينتظر في محطته: رسالة واحدة</numerusform>
            <numerusform>الترام ينتظر في محطته: رسالتان</numerusform>
            <numerusform>الترام ينتظر في محطته: %n رسائل</numerusform>
            <numerusform>الترام ينتظر في محطته: %n رسالة</numerusform>
            <numerusform>الترام ينتظر في محطته: %n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>in viaggio</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>arrivato</source>
        <translation>وصل</translation>
    </message>
    <message>
        <source>chiuso</source>
        <translation>مغلقة</translation>
    </message>
    <message numerus="yes">
        <source>%n a bordo</source>
        <translation>
            <numerusform>لا رسائل على متنه</numerusform>
            <numerusform>رسالة على متنه</numerusform>
            <numerusform>رسالتان على متنه</numerusform>
            <numerusform>%n رسائل على متنه</numerusform>
            <numerusform>%n رسالة على متنه</numerusform>
            <numerusform>%n رسالة على متنه</numerusform>
        </translation>
    </message>
    <message>
        <source>alla fermata</source>
        <translation>في المحطة</translation>
    </message>
</context>
<context>
    <name>ScanScreen</name>
    <message>
        <source>Mostra la tessera</source>
        <translation>أظهر بطاقتك</translation>
    </message>
    <message>
        <source>Avvicinala al lettore. Ci penso io.</source>
        <translation>قرّبها من القارئ وأنا أكمل الباقي.</translation>
    </message>
</context>
<context>
    <name>ScreenHead</name>
    <message>
        <source>Indietro</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>ScrollStrip</name>
    <message>
        <source>Vai su</source>
        <translation>إلى الأعلى</translation>
    </message>
    <message>
        <source>Vai giù: c’è altro</source>
        <translation>إلى الأسفل: يوجد المزيد</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>sole</source>
        <translation>شمس</translation>
    </message>
    <message>
        <source>luna</source>
        <translation>قمر</translation>
    </message>
    <message>
        <source>mela</source>
        <translation>تفاحة</translation>
    </message>
    <message>
        <source>barca</source>
        <translation>قارب</translation>
    </message>
    <message>
        <source>palla</source>
        <translation>كرة</translation>
    </message>
    <message>
        <source>albero</source>
        <translation>شجرة</translation>
    </message>
    <message>
        <source>aquilone</source>
        <translation>طائرة ورقية</translation>
    </message>
    <message>
        <source>tamburo</source>
        <translation>طبل</translation>
    </message>
    <message>
        <source>casa</source>
        <translation>بيت</translation>
    </message>
</context>
<context>
    <name>SessionLine</name>
    <message>
        <source>Mettiti in lista</source>
        <translation>انضم إلى القائمة</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>è già iniziata</source>
        <translation>بدأ من قبل</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Le date</source>
        <translation>المواعيد</translation>
    </message>
    <message>
        <source>Gli orari</source>
        <translation>ساعات العمل</translation>
    </message>
</context>
<context>
    <name>SignupFacts</name>
    <message>
        <source>%1 date</source>
        <translation>%1 مواعيد</translation>
    </message>
    <message>
        <source>Quando</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>أين</translation>
    </message>
</context>
<context>
    <name>SignupLine</name>
    <message>
        <source>%1 date, da %2</source>
        <comment>of a course, the first of them</comment>
        <translation>%1 مواعيد، من %2</translation>
    </message>
</context>
<context>
    <name>SignupScreen</name>
    <message>
        <source>Chiudi subito</source>
        <translation>أغلق الآن</translation>
    </message>
    <message>
        <source>Sì, va bene</source>
        <translation>نعم، حسنًا</translation>
    </message>
    <message>
        <source>Sì, lo voglio</source>
        <translation>نعم، أريده</translation>
    </message>
    <message>
        <source>Paga con il voucher</source>
        <translation>ادفع بالقسيمة</translation>
    </message>
    <message>
        <source>No, lo lascio a un altro</source>
        <translation>لا، أتركه لغيري</translation>
    </message>
    <message>
        <source>No, non ora</source>
        <translation>لا، ليس الآن</translation>
    </message>
    <message>
        <source>Non vengo più</source>
        <translation>لن آتي</translation>
    </message>
</context>
<context>
    <name>SignupState</name>
    <message>
        <source>Dimmelo entro %1.</source>
        <comment>day and time</comment>
        <translation>أخبرني قبل %1.</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>whom</comment>
        <translation>لأجل %1</translation>
    </message>
</context>
<context>
    <name>Signups</name>
    <message>
        <source>c’è il posto</source>
        <translation>يوجد مكان</translation>
    </message>
    <message>
        <source>fatto</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>C’è un posto: lo vuoi?</source>
        <translation>يوجد مكان: هل تريده؟</translation>
    </message>
    <message>
        <source>chiesto, non è ancora un posto</source>
        <translation>طُلب، وليس مكانًا بعد</translation>
    </message>
    <message>
        <source>sei in lista</source>
        <translation>أنت في القائمة</translation>
    </message>
    <message>
        <source>aspetta il sì di un adulto</source>
        <translation>ينتظر موافقة شخص بالغ</translation>
    </message>
    <message>
        <source>non più</source>
        <translation>لم يعد</translation>
    </message>
</context>
<context>
    <name>StationFacts</name>
    <message>
        <source>Ultimo arrivo del tram</source>
        <translation>آخر وصول للترام</translation>
    </message>
    <message>
        <source>non ancora</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Attività arrivate</source>
        <translation>الأنشطة التي وصلت</translation>
    </message>
    <message>
        <source>%1 su %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Il più vecchio da</source>
        <translation>أقدمها منذ</translation>
    </message>
    <message>
        <source>nessuno</source>
        <translation>لا رسائل</translation>
    </message>
    <message>
        <source>Aspettano il tram</source>
        <translation>تنتظر الترام</translation>
    </message>
    <message>
        <source>Da guardare al banco</source>
        <translation>للمراجعة في الاستقبال</translation>
    </message>
    <message>
        <source>niente</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Questo schermo</source>
        <translation>هذه الشاشة</translation>
    </message>
</context>
<context>
    <name>StationScreen</name>
    <message>
        <source>Dov’è il tram?</source>
        <translation>أين الترام؟</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Portala con te</source>
        <translation>خذ الموعد معك</translation>
    </message>
    <message>
        <source>Inquadra con il telefono: la data va nel calendario.</source>
        <translation>وجّه هاتفك إلى هنا: يدخل الموعد في تقويمك.</translation>
    </message>
</context>
<context>
    <name>TramTrack</name>
    <message>
        <source>Fatto: %1 %</source>
        <translation>تم: %1 %</translation>
    </message>
</context>
<context>
    <name>TroubleScreen</name>
    <message>
        <source>Adesso non riesco.</source>
        <translation>لا أستطيع الآن.</translation>
    </message>
    <message>
        <source>Chiedi al banco.</source>
        <translation>اسأل في الاستقبال.</translation>
    </message>
</context>
<context>
    <name>Unchecked</name>
    <message>
        <source>Traduzione non ancora controllata: vale l’italiano.</source>
        <translation>ترجمة لم تُراجع بعد: النص الإيطالي هو المعتمد.</translation>
    </message>
</context>
<context>
    <name>VoucherFact</name>
    <message>
        <source>Voucher</source>
        <translation>القسيمة</translation>
    </message>
    <message>
        <source>paga %1</source>
        <comment>the voucher</comment>
        <translation>تدفع %1</translation>
    </message>
    <message>
        <source>Si può pagare con il voucher</source>
        <translation>يمكن الدفع بالقسيمة</translation>
    </message>
    <message>
        <source>Tu non paghi niente.</source>
        <translation>لا تدفع شيئًا.</translation>
    </message>
    <message>
        <source>Tu paghi %1 per %2.</source>
        <comment>amount, whom</comment>
        <translation>تدفع أنت %1 لأجل %2.</translation>
    </message>
    <message>
        <source>Tu paghi %1.</source>
        <translation>تدفع أنت %1.</translation>
    </message>
</context>
<context>
    <name>VoucherTile</name>
    <message>
        <source>Questa volta non è arrivato. Al banco cerchiamo insieme.</source>
        <translation>لم تصل هذه المرة. في المكتب نبحث معًا.</translation>
    </message>
    <message>
        <source>Chiedi al banco.</source>
        <translation>اسأل في المكتب.</translation>
    </message>
    <message>
        <source>per tutto il gruppo</source>
        <translation>للمجموعة كلها</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>whom</comment>
        <translation>لأجل %1</translation>
    </message>
    <message>
        <source>almeno %1</source>
        <comment>what is left</comment>
        <translation>على الأقل %1</translation>
    </message>
    <message>
        <source>fino a %1</source>
        <comment>last day</comment>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>usato tutto</source>
        <translation>استُعملت كلها</translation>
    </message>
    <message>
        <source>Scegli che cosa pagare</source>
        <translation>اختر ما تدفع ثمنه</translation>
    </message>
    <message>
        <source>Paga un adulto, con la sua tessera</source>
        <translation>يدفع شخص بالغ ببطاقته</translation>
    </message>
</context>
<context>
    <name>WaitScreen</name>
    <message>
        <source>Chiedo alla città…</source>
        <translation>أسأل المدينة…</translation>
    </message>
    <message>
        <source>Qui il voucher non basta. Aspetta un momento.</source>
        <translation>القسيمة لا تكفي هنا. لحظة من فضلك.</translation>
    </message>
    <message>
        <source>Qui non ci sono posti. Aspetta un momento.</source>
        <translation>لا توجد أماكن هنا. لحظة من فضلك.</translation>
    </message>
    <message>
        <source>Non aspetto</source>
        <translation>لن أنتظر</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Quanti anni hai?</source>
        <translation>كم عمرك؟</translation>
    </message>
</context>
<context>
    <name>WhomScreen</name>
    <message>
        <source>Per chi?</source>
        <translation>لمن؟</translation>
    </message>
    <message>
        <source>tocca per scegliere</source>
        <translation>المس لتختار</translation>
    </message>
</context>
</TS>
