// The goal card on paper.

#include "modules/goal/card_sheet.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/sql.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/pdf/table_document.hpp"

namespace zx::goal {
namespace {

class PaperForm {
 public:
  PaperForm(ReadContext const& ctx, GoalCardView const& card) : ctx_(ctx), card_(card) {
    document_.title = say("title");
    document_.subtitles = {ctx.db.one<std::string>(sql::organization_name, {{"org", ctx.actor.organization}}).value_or(""), head(), agreement()};
    document_.columns = {{say("what"), 2.4},
                         {say("standard"), 2.4},
                         {say("how"), 2.2},
                         {say("when"), 1.4, pdf::Align::center},
                         {say("weight"), 0.8, pdf::Align::center},
                         {say("supports"), 1.3},
                         {say("actual"), 1.6},
                         {say("score"), 0.9, pdf::Align::center}};
    document_.shading = pdf::GroupShading::alternating;
    for (std::size_t i = 0; i < card.items.size(); ++i) add(card.items[i], static_cast<int>(i));
    revisions();
    evaluation();
    document_.signatures = {signature("signed_by_person", card.person_signature), signature("signed_by_supervisor", card.supervisor_signature), say("talked")};
    auto const zone = ctx.services.calendar_of(ctx.actor.organization)->zone();
    document_.footers = {say("printed", {{"date", calendar::local_date(ctx.now, zone).text()}, {"name", ctx.actor.name}, {"number", card.number}})};
    document_.page_label = store::text(ctx, "sheet.print.page");
    document_.created = ctx.now;
    if (!ctx.services.public_url.empty()) document_.qr_text = ctx.services.public_url + "/goal-cards/" + card.id.text();
  }

  std::string pdf() const { return pdf::render_table_pdf(document_); }

 private:
  std::string say(std::string_view what, RefusalArguments const& arguments = {}) const {
    return store::text(ctx_, "goal.print." + std::string(what), arguments);
  }
  template <class E>
  std::string word(std::string_view group, E value) const {
    return store::text(ctx_, "goal." + std::string(group) + "." + std::string(enum_text(value)));
  }

  std::string head() const {
    return say("head", {{"number", card_.number},
                        {"person", card_.person.name},
                        {"position", card_.position.value_or("—")},
                        {"department", card_.department_name.value_or("—")},
                        {"supervisor", card_.supervisor ? card_.supervisor->name : "—"},
                        {"from", card_.period_from.text()},
                        {"to", card_.period_to.text()}});
  }
  std::string agreement() const {
    return say("agreement", {{"style", word("style", card_.style)}, {"state", word("state", card_.state)}, {"customers", card_.customers.value_or("—")}});
  }

  static void line(std::string& text, std::string const& more) {
    if (more.empty()) return;
    if (!text.empty()) text += "\n";
    text += more;
  }
  std::string part(std::string_view what, std::optional<std::string> const& text) const {
    return text && !text->empty() ? say(what) + "：" + *text : std::string{};
  }

  std::string standard_of(GoalItemView const& item) const {
    std::string text;
    if (item.target)
      line(text, item.measure.value_or(say("target")) + (item.better == BetterWhen::lower ? " ≤ " : " ≥ ") + item.target->text() + item.unit.value_or(""));
    if (item.original_target && item.original_target != item.target) line(text, say("original", {{"value", item.original_target->text()}}));
    for (auto const& each : {part("quantity", item.quantity), part("quality", item.quality), part("time", item.time_standard), part("cost", item.cost)})
      line(text, each);
    return text;
  }
  std::string when_of(GoalItemView const& item) const {
    std::string text = item.due_on.value_or(card_.period_to).text();
    for (auto const& each : item.milestones) line(text, each.on.text() + " " + each.text);
    return text;
  }
  std::string supports_of(GoalItemView const& item) const {
    std::string text;
    for (auto const& each : item.supports) line(text, each.department_name + " " + word("support", each.state));
    return text;
  }
  CalculationLine const* counted(GoalItemId id) const {
    if (!card_.calculation) return nullptr;
    for (auto const& each : card_.calculation->lines) {
      if (each.item_id == id) return &each;
    }
    return nullptr;
  }

  void add(GoalItemView const& item, int group) {
    std::string what = item.what;
    line(what, item.parent ? say("parent", {{"what", item.parent->what}, {"person", item.parent->person.name}}) : "");
    line(what, part("risks", item.risks));
    std::string actual = item.actual ? item.actual->text() + item.unit.value_or(item.target ? "" : "%") : "";
    auto const* score = counted(item.id);
    if (score) line(actual, score->counted.rounded(1, Rounding::half_up).text() + "%");
    line(actual, item.supervisor_note.value_or(""));
    document_.rows.push_back({{what, standard_of(item), item.how.value_or(""), when_of(item), item.weight.text() + "%", supports_of(item), actual,
                               score ? score->score.rounded(2, Rounding::half_up).text() : ""},
                              group});
  }

  void wide(std::string head, std::string text) {
    document_.rows.push_back({{std::move(head), std::move(text)}, static_cast<int>(document_.rows.size()) + 100});
  }
  void revisions() {
    std::string text;
    for (auto const& item : card_.items) {
      for (auto const& each : item.revisions) {
        if (each.state != RevisionState::approved) continue;
        line(text, item.number + " " + each.old_value.text() + " → " + each.new_value.text() + " " + word("revision", each.kind) + "：" + each.evidence);
      }
    }
    wide(say("revisions"), text.empty() ? "—" : text);
  }
  void evaluation() {
    wide(say("self_evaluation"), card_.self_summary.value_or(""));
    std::string text = card_.supervisor_summary.value_or("");
    if (auto const& done = card_.calculation) {
      line(text, say("calculation", {{"sum", done->sum.text()},
                                     {"difficulty", done->difficulty.text()},
                                     {"effort", done->effort.text()},
                                     {"score", done->shown},
                                     {"grade", done->grade}}));
    }
    wide(say("supervisor_evaluation"), text);
  }
  std::string signature(std::string_view what, std::optional<SignatureView> const& signature) const {
    if (!signature) return say(what);
    auto const zone = ctx_.services.calendar_of(ctx_.actor.organization)->zone();
    return say(what) + " " + signature->name + " " + calendar::local_date(signature->at, zone).text();
  }

  ReadContext const& ctx_;
  GoalCardView const& card_;
  pdf::TableDocument document_;
};

}  // namespace

Result<std::string> print_card(ReadContext const& ctx, GoalCardId id) {
  auto const card = TRY(show_card(ctx, id));
  return PaperForm(ctx, card).pdf();
}

}  // namespace zx::goal
