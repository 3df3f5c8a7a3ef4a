#include "modules/work/letter_writing.hpp"

#include "modules/work/outside.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/pdf/letter_document.hpp"

namespace zx::work::letter {
namespace {

constexpr std::size_t longest_finding = 300;

class Writing {
 public:
  Writing(ReadContext const& ctx, store::Item const& item, Draft const& draft)
      : ctx_(ctx), item_(item), draft_(draft), today_(calendar::local_date(ctx.now, ctx.actor.time_zone)) {}

  std::string pdf() {
    auto const organization = outside::organization_name(ctx_.db, ctx_.actor.organization);
    pdf::LetterDocument letter;
    letter.letterhead = organization;
    letter.title = text("letter.title", {{"tone", text("work.tone." + word(draft_.tone))}});
    letter.references = {draft_.number.empty() ? text("letter.number_later") : text("letter.number", {{"number", draft_.number}}),
                         text("letter.date", {{"date", today_.text()}})};
    letter.addressee = text("letter.addressee", {{"name", draft_.to_name}});
    letter.paragraphs = {text("letter." + word(draft_.to) + "." + word(draft_.tone),
                              {{"title", item_.commitment.title}, {"number", item_.commitment.number}, {"lateness", lateness()}})};
    add_facts(letter);
    if (!draft_.demand.empty()) letter.after_facts.push_back(text("letter.demand", {{"demand", draft_.demand}}));
    if (draft_.answer_by) letter.after_facts.push_back(text("letter.answer_by." + word(draft_.to), {{"date", draft_.answer_by->text()}}));
    letter.after_facts.push_back(text("letter.closing"));
    letter.signature = {organization, text("letter.signed", {{"name", ctx_.actor.name}}), today_.text()};
    letter.boxes = {text("letter.box.received"), text("letter.box.answer")};
    letter.qr_text = draft_.link;
    letter.qr_caption = text("letter.qr");
    letter.footer = text("letter.footer", {{"organization", organization}, {"number", item_.commitment.number}});
    letter.page_label = text("letter.page");
    letter.created = ctx_.now;
    return pdf::render_letter_pdf(letter);
  }

 private:
  std::string text(std::string_view code, RefusalArguments const& arguments = {}) const { return ctx_.services.texts.text(draft_.language, code, arguments); }
  template <class Word>
  static std::string word(Word value) {
    return std::string(enum_text(value));
  }
  std::string moment(Instant at) const {
    return calendar::local_date(at, ctx_.actor.time_zone).text() + " " + calendar::local_time(at, ctx_.actor.time_zone).text();
  }

  std::int64_t days_late() const {
    auto const due = item_.commitment.due_at;
    return due && *due < ctx_.now ? today_.days() - calendar::local_date(*due, ctx_.actor.time_zone).days() : 0;
  }
  std::string lateness() const {
    if (!item_.commitment.due_at) return {};
    auto const due = moment(*item_.commitment.due_at);
    if (*item_.commitment.due_at >= ctx_.now) return text("letter.lateness.ahead", {{"due", due}});
    return text("letter.lateness.late", {{"due", due}, {"days", std::to_string(std::max<std::int64_t>(days_late(), 1))}});
  }

  void add_facts(pdf::LetterDocument& letter) const {
    letter.facts = {{text("letter.fact.number"), item_.commitment.number}, {text("letter.fact.title"), item_.commitment.title}};
    letter.facts.emplace_back(text("letter.fact.registered"), moment(item_.row.created_at));
    if (item_.commitment.due_at) letter.facts.emplace_back(text("letter.fact.due"), moment(*item_.commitment.due_at));
    if (draft_.to == LetterTo::requester) return;  // what we found and who has it is nobody's business outside
    letter.facts.emplace_back(text("letter.fact.owner"), store::name_of(ctx_, item_.commitment.owner_id));
    letter.facts.emplace_back(text("letter.fact.handler"), store::name_of(ctx_, item_.commitment.handler_id));
    auto const follow_ups = followup::follow_ups_of(ctx_, item_.commitment.id);
    if (follow_ups.empty()) return;
    auto const& last = follow_ups.back();
    auto finding = std::string(zx::text::cut(last.finding, longest_finding));
    if (finding.size() < last.finding.size()) finding += "…";
    letter.facts.emplace_back(text("letter.fact.last", {{"count", std::to_string(follow_ups.size())}}), moment(last.at) + "  " + finding);
  }

  ReadContext const& ctx_;
  store::Item const& item_;
  Draft const& draft_;
  Date today_;
};

}  // namespace

std::string pdf_of(ReadContext const& ctx, store::Item const& item, Draft const& draft) { return Writing(ctx, item, draft).pdf(); }

std::string file_name(ReadContext const& ctx, std::string_view language, std::string_view number) {
  return ctx.services.texts.text(language, "letter.file_name", {{"number", std::string(number)}});
}

}  // namespace zx::work::letter
