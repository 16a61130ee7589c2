using Entente.Analysis.Text;
using Entente.Reading.Languages;

namespace Entente.Tests.Reading.Languages;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "Dockers walk out after talks on night shifts fail")]
    [InlineData("en", "Al-Rashidi, Müller and Nguyễn Văn Hải met Recep Tayyip Öztürk in Diyarbakır on Friday")]
    [InlineData("en", "Iraq, Syria, Iran and Russia to share intelligence, says Haider al-Abadi")]
    [InlineData("en", "Prime Minister Jean-Luc de la Fontaine told El País that the Bundestag would vote on the Länder reform.")]
    [InlineData("en", "No deal in sight for strike at Vellamo port, union says")]
    [InlineData("es", "Los estibadores del puerto iniciaron el martes una huelga después de que fracasaran las negociaciones, según el sindicato.")]
    [InlineData("fr", "Les dockers du port ont cessé le travail mardi après l'échec des négociations, selon le syndicat.")]
    [InlineData("de", "Die Hafenarbeiter legten am Dienstag die Arbeit nieder, nachdem die Gespräche gescheitert waren.")]
    [InlineData("it", "I portuali hanno incrociato le braccia martedì dopo il fallimento delle trattative, ha detto il sindacato.")]
    [InlineData("pt", "Os estivadores do porto entraram em greve na terça-feira depois que as negociações fracassaram, disse o sindicato.")]
    [InlineData("nl", "De havenarbeiders legden dinsdag het werk neer nadat de gesprekken over nachtdiensten waren mislukt.")]
    [InlineData("sv", "Hamnarbetarna gick ut i strejk på tisdagen efter att förhandlingarna hade brutit samman, enligt facket.")]
    [InlineData("da", "Havnearbejderne gik i strejke tirsdag, efter at forhandlingerne var brudt sammen, siger de nu af sig selv.")]
    [InlineData("no", "Havnearbeiderne gikk til streik tirsdag etter at forhandlingene hadde brutt sammen, sier de nå av seg selv.")]
    [InlineData("fi", "Satamatyöntekijät aloittivat lakon tiistaina, kun neuvottelut olivat kariutuneet, ja liitto sanoi, että se voi jatkua.")]
    [InlineData("pl", "Dokerzy rozpoczęli strajk we wtorek po tym, jak rozmowy się nie powiodły, a związek powiedział, że to nie koniec.")]
    [InlineData("cs", "Přístavní dělníci zahájili v úterý stávku poté, co jednání selhala, a odbory řekly, že to může být na dlouho, protože už není co dodat.")]
    [InlineData("hu", "A kikötői munkások kedden sztrájkba léptek, miután a tárgyalások nem vezettek eredményre, és ez még csak a kezdet.")]
    [InlineData("ro", "Docherii au intrat în grevă marți, după ce negocierile au eșuat, a spus sindicatul, care nu mai este dispus să cedeze.")]
    [InlineData("tr", "Liman işçileri salı günü greve gitti ve sendika, görüşmelerin sonuçsuz kaldığını ve bunun bir başlangıç olduğunu söyledi.")]
    [InlineData("id", "Para pekerja pelabuhan mogok kerja pada hari Selasa setelah perundingan gagal, kata serikat itu, dan tidak akan kembali karena upah.")]
    [InlineData("vi", "Công nhân cảng đã đình công vào thứ Ba sau khi các cuộc đàm phán thất bại và họ sẽ không trở lại.")]
    [InlineData("ru", "Докеры порта прекратили работу во вторник после того, как переговоры провалились, сообщил профсоюз.")]
    [InlineData("uk", "Докери порту припинили роботу у вівторок після того, як переговори зірвалися, повідомила профспілка.")]
    [InlineData("bg", "Докерите спряха работа във вторник, след като преговорите се провалиха, съобщи синдикатът, и няма да се върнат.")]
    [InlineData("sr", "Лучки радници су у уторак ступили у штрајк, јер преговори нису успели, али се то може и наставити.")]
    [InlineData("ar", "بدأ عمال الميناء إضرابا يوم الثلاثاء بعد فشل المحادثات، وقال الاتحاد إن الإضراب قد يستمر في كل الموانئ.")]
    [InlineData("fa", "کارگران بندر روز سه‌شنبه پس از شکست مذاکرات دست از کار کشیدند و اتحادیه گفت که این اعتصاب ادامه خواهد داشت.")]
    [InlineData("ur", "بندرگاہ کے مزدوروں نے منگل کو کام بند کر دیا اور یونین نے کہا کہ ہڑتال جاری رہے گی۔")]
    [InlineData("el", "Οι λιμενεργάτες κατέβηκαν σε απεργία την Τρίτη.")]
    [InlineData("he", "עובדי הנמל פתחו בשביתה ביום שלישי.")]
    [InlineData("zh", "码头工人周二因谈判破裂而罢工。")]
    [InlineData("ja", "港の労働者は火曜日に仕事を停止した。")]
    [InlineData("ko", "항만 노동자들은 화요일에 파업에 들어갔다.")]
    [InlineData("hi", "बंदरगाह के मज़दूरों ने मंगलवार को काम बंद कर दिया और यूनियन ने कहा कि हड़ताल जारी रहेगी।")]
    [InlineData("und", "Karimov 4, Osei 3, Lindqvist 2, Okafor 1")]
    [InlineData("und", "1234 5678")]
    public void Tells_the_language_of_a_line_or_two_of_news(string language, string text) => Assert.Equal(language, Identify(text, null));

    [Fact]
    public void What_the_page_declares_counts_only_where_the_words_do_not_decide()
    {
        Assert.Equal("en", Identify("Dockers walked out on Tuesday and the union said that they would not be back.", "de-DE"));
        Assert.Equal("fi", Identify("Karimov Osei Lindqvist", "fi"));
        Assert.Equal("und", Identify("Karimov Osei Lindqvist", "xx-unknown"));
    }

    private static string Identify(string text, string? declared) =>
        LanguageIdentifier.Identify(text, [new Block(BlockKind.Body, new TextSpan(0, text.Length))], declared);
}
