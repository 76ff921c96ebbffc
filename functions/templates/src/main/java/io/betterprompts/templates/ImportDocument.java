package io.betterprompts.templates;

import static java.util.Objects.requireNonNullElse;

import io.betterprompts.common.contract.Shape;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.templates.ImportReport.Item;
import io.betterprompts.templates.imports.ForeignPrompt;
import io.betterprompts.templates.imports.ForeignPrompts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes in what this service or another tool exported: all of it in one transaction, or nothing. */
final class ImportDocument {

    private final Shape template;
    private final PostgresTransfer transfer;
    private final PostgresTemplates templates;
    private final ImportGroups importGroups;
    private final UserTransactions transactions;
    private final Ids ids;
    private final Clock clock;

    /** @param template what the body of a new template must look like */
    ImportDocument(
            Shape template,
            PostgresTransfer transfer,
            PostgresTemplates templates,
            ImportGroups importGroups,
            UserTransactions transactions,
            Ids ids,
            Clock clock) {
        this.template = template;
        this.transfer = transfer;
        this.templates = templates;
        this.importGroups = importGroups;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A document of this service, which satisfies the contract.
     *
     * @throws ValidationFailed naming each item that cannot be taken
     */
    ImportReport ours(UserId user, JsonNode document) {
        List<PortableTemplate> texts = PortableTemplate.all(document.path("templates"));
        List<PortableGroup> groups =
                List.of(Json.mapper().treeToValue(array(document.path("history")), PortableGroup[].class));
        refuse(faults(texts, groups));
        return transactions.change(user, revision -> {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                items.add(keep(user, "/document/templates/" + i, texts.get(i), revision));
            }
            for (int i = 0; i < groups.size(); i++) {
                items.add(importGroups.keep(user, "/document/history/" + i, groups.get(i), revision));
            }
            return ImportReport.of(items);
        });
    }

    /**
     * A document of another tool.
     *
     * @throws ValidationFailed naming each item that cannot be taken
     */
    ImportReport foreign(UserId user, String format, JsonNode document) {
        List<ForeignPrompt> prompts = ForeignPrompts.read(format, document);
        List<Fault> faults = new ArrayList<>();
        List<List<Draft>> drafts = prompts.stream()
                .map(prompt -> prompt.templates().stream()
                        .flatMap(body -> draft(prompt.pointer(), body, faults).stream())
                        .toList())
                .toList();
        refuse(faults);
        return transactions.change(user, revision -> {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < prompts.size(); i++) {
                items.add(keep(user, prompts.get(i), drafts.get(i), revision));
            }
            return ImportReport.of(items);
        });
    }

    private Optional<Draft> draft(String pointer, ObjectNode body, List<Fault> faults) {
        List<Fault> found = new ArrayList<>(template.violations(body).stream()
                .map(violation -> Fault.at(pointer, violation.pointer() + ": " + violation.detail()))
                .toList());
        if (found.isEmpty()) {
            Draft draft = Json.mapper().treeToValue(body, Draft.class);
            draft.text().faults().forEach(fault -> found.add(Fault.at(pointer, fault.detail())));
            faults.addAll(found);
            return Optional.of(draft);
        }
        faults.addAll(found);
        return Optional.empty();
    }

    private static List<Fault> faults(List<PortableTemplate> texts, List<PortableGroup> groups) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String pointer = "/document/templates/" + i;
            texts.get(i).draft().text().faults().forEach(fault -> faults.add(Fault.at(pointer, fault.detail())));
        }
        for (int i = 0; i < groups.size(); i++) {
            String pointer = "/document/history/" + i;
            groups.get(i).fault().ifPresent(fault -> faults.add(Fault.at(pointer, fault)));
        }
        return faults;
    }

    private Item keep(UserId user, ForeignPrompt prompt, List<Draft> versions, long revision) {
        Instant now = clock.instant();
        UUID id = ids.next();
        templates.insert(user, id, versions.getFirst(), revision, now);
        versions.subList(1, versions.size()).forEach(draft -> templates.update(user, id, draft, revision, now));
        return Item.created(prompt.pointer(), "template", prompt.name(), id, prompt.notes());
    }

    private Item keep(UserId user, String pointer, PortableTemplate given, long revision) {
        UUID id = ImportedId.of(given.id(), user, transfer::ownerOfTemplate).orElseGet(ids::next);
        if (transfer.ownerOfTemplate(id).isPresent()) {
            return Item.skipped(pointer, "template", given.draft().name(), id, ImportGroups.THERE);
        }
        Instant now = clock.instant();
        templates.insert(
                user,
                id,
                given.draft(),
                revision,
                requireNonNullElse(given.createdAt(), now),
                requireNonNullElse(given.updatedAt(), now));
        return Item.created(pointer, "template", given.draft().name(), id, List.of());
    }

    private static JsonNode array(JsonNode node) {
        return node.isMissingNode() ? Json.mapper().createArrayNode() : node;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
    }
}
