package io.betterprompts.engine.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short prompts of twelve languages, of their neighbours, and of two languages at once. */
class LanguageTests {

    private static final PromptParser PARSER = PromptParser.bundled();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en      | Write a short note to my neighbour about the fence
            en      | fix my code
            en      | Hive weights: 31, 33, 38, 38, 29. What happened?
            es      | Escribe una nota breve a mi vecino sobre la valla
            es      | ¿Cuántas tortillas salen de 11 kilos?
            fr      | Écris un petit mot à mon voisin au sujet de la clôture
            fr      | Traduis en anglais : Bonjour
            de      | Schreib meinem Nachbarn eine kurze Nachricht wegen des Zauns
            de      | Welche Loknummern kommen vor?
            pt      | Escreva um bilhete ao meu vizinho sobre a cerca
            pt      | Que região cresce mais?
            it      | Scrivi un biglietto al mio vicino per la recinzione
            it      | Come funziona una pompa di calore?
            zh      | 给我的邻居写一张关于栅栏的便条
            zh      | 用Python写一个排序函数
            ja      | 柵について隣人に短い手紙を書いてください
            ja      | READMEのこの部分を日本語に。コマンドはそのままで：Run `make seed` once before the first start.
            ko      | 울타리에 대해 이웃에게 짧은 쪽지를 써 줘
            ko      | 이거 자바 스트림으로 바꿔줘: for(String s: names) result.add(s.toUpperCase());
            hi      | मेरे पड़ोसी को बाड़ के बारे में एक छोटा नोट लिखो
            ar      | اكتب رسالة قصيرة إلى جاري عن السياج
            ar      | لماذا يظهر لي الخطأ list index out of range؟
            ru      | Напиши соседу короткую записку про забор
            ru      | Почему цикл не выводит последний элемент? for (int i = 0; i < v.size() - 1; ++i)
            en      | What does "je ne sais pas quoi faire" mean?
            zh-Hant | 給我的鄰居寫一張關於柵欄的便條
            und     | Schrijf een korte brief aan mijn buurman over het hek
            und     | Napisz krótki list do sąsiada o płocie
            und     | Skriv et kort brev til min nabo om hegnet
            und     | Komşuma çit hakkında kısa bir not yaz
            und     | Напиши кратка бележка до съседа ми за оградата, моля
            und     | Напиши сусідові коротку записку про паркан, будь ласка, її немає
            und     | माझ्या शेजाऱ्याला कुंपणाबद्दल एक छोटी चिठ्ठी लिहा, ते काय आहे
            und     | یک یادداشت کوتاه برای همسایه‌ام بنویس
            und     | bhai ye error aa raha hai kya karu
            und     | Γράψε ένα σύντομο σημείωμα στον γείτονά μου
            und     | 12345 + 678
            und     | 😂😂😂
            """)
    void isToldOrLeftOpen(String language, String text) {
        assertThat(PARSER.parse(text).language()).isEqualTo(language);
    }
}
