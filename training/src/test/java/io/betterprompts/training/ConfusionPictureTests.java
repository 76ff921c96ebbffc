package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.training.Evaluation.Prediction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ConfusionPictureTests {

    @Test
    void hasAFieldForEachPairAndACountWhereThereIsOne() throws Exception {
        LabelledPrompt sum = Prompts.english(Intent.REASONING, "what is 2 + 2");
        String svg = ConfusionPicture.svg(new Evaluation(List.of(
                Prediction.certain(sum, Intent.REASONING),
                Prediction.certain(sum, Intent.REASONING),
                Prediction.certain(sum, Intent.TRANSLATION))));

        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        int labels = Intent.values().length;
        assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(labels * labels + 1);
        assertThat(picture.getElementsByTagName("text").getLength()).isEqualTo(2 * labels + 2);
        assertThat(svg).contains(">2</text>", ">1</text>", "on 3 prompts");
    }
}
