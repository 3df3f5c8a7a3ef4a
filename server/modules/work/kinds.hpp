#pragma once
// Kinds of work items 事项种类: rows that the administrator edits. A kind says which answers a brief must give, which
// fields of its own an item has, how often it is looked after and how long a handoff may wait.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/context.hpp"

namespace zx::work {

/// The seven answers 七问 people need before they can carry something out.
enum class Answer { why, who, when, what, how, standard, consequence };
BOOST_DESCRIBE_ENUM(Answer, why, who, when, what, how, standard, consequence)

enum class CustomFieldType { text, number, date, choice, person };
BOOST_DESCRIBE_ENUM(CustomFieldType, text, number, date, choice, person)

/// A field that only the items of this kind have.
struct CustomField {
  std::string code;  ///< "warranty_until"
  std::string name_zh;
  std::string name_en;
  CustomFieldType type = CustomFieldType::text;
  std::vector<std::string> choices;  ///< of a choice
  bool required = false;             ///< before an item may leave draft
};
BOOST_DESCRIBE_STRUCT(CustomField, (), (code, name_zh, name_en, type, choices, required))

struct KindView {
  std::string code;  ///< "work_order"
  std::string name_zh;
  std::string name_en;
  std::int64_t follow_up_gap_minutes = 900;  ///< default cadence, working minutes
  std::int64_t handoff_limit_minutes = 120;  ///< a pending handoff is late after this, working minutes
  std::vector<Answer> required;              ///< answers without which an item stays a draft
  std::vector<CustomField> fields;
  std::int64_t minimum_touches = 0;  ///< follow-ups before it may be given up without the supervisor's consent; 0: any time
  bool asks_lessons = false;         ///< done is not the end: a lesson or a follow-on item is expected
  bool public_form = false;          ///< may be asked for from outside
  std::optional<Instant> closed_at;  ///< no new items since
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(KindView, (),
                      (code, name_zh, name_en, follow_up_gap_minutes, handoff_limit_minutes, required, fields, minimum_touches, asks_lessons, public_form,
                       closed_at, version))

struct NewKindForm {
  std::string code;
  std::string name_zh;
  std::string name_en;
  std::optional<std::vector<Answer>> required;  ///< default: who, when, what, standard
  std::vector<CustomField> fields;
  std::optional<std::int64_t> follow_up_gap_minutes;
  std::optional<std::int64_t> handoff_limit_minutes;
  std::optional<std::int64_t> minimum_touches;
  std::optional<bool> asks_lessons;
  std::optional<bool> public_form;
};
BOOST_DESCRIBE_STRUCT(NewKindForm, (),
                      (code, name_zh, name_en, required, fields, follow_up_gap_minutes, handoff_limit_minutes, minimum_touches, asks_lessons, public_form))

struct KindPatch {
  std::optional<std::string> name_zh;
  std::optional<std::string> name_en;
  std::optional<std::vector<Answer>> required;
  std::optional<std::vector<CustomField>> fields;  ///< the whole list; a field keeps its type
  std::optional<std::int64_t> follow_up_gap_minutes;
  std::optional<std::int64_t> handoff_limit_minutes;
  std::optional<std::int64_t> minimum_touches;
  std::optional<bool> asks_lessons;
  std::optional<bool> public_form;
  std::optional<bool> closed;  ///< false opens it again
};
BOOST_DESCRIBE_STRUCT(KindPatch, (),
                      (name_zh, name_en, required, fields, follow_up_gap_minutes, handoff_limit_minutes, minimum_touches, asks_lessons, public_form, closed))

using Kinds = std::vector<KindView>;

/// The kind of whatever is captured without one. It cannot be closed.
inline constexpr std::string_view default_kind = "task";

/// What a new organization begins with.
Kinds const& shipped_kinds();

/// Gives the organization the shipped kinds it has not yet: with a new organization, and after each upgrade (call it at
/// every start). Changes none.
void ensure_kinds(Context const& ctx);

/// All kinds of the organization, closed ones too, in order of making. Kept in memory: a change holds at once here, and
/// within half a minute at other nodes. Before `ensure_kinds` they are the shipped ones.
std::shared_ptr<Kinds const> kinds_of(ReadContext const& ctx);
/// A kind not known here is looked for again in the database: another node may have just made it.
std::optional<KindView> find_kind(ReadContext const& ctx, std::string_view code);
/// The kind of an item that is there already.
KindView kind_called(ReadContext const& ctx, std::string_view code);

/// Need configuration.manage. A kind in use is closed, never deleted.
Result<KindView> add_kind(Context& ctx, NewKindForm const& form);
Result<KindView> change_kind(Context& ctx, std::string_view code, std::int64_t version, KindPatch const& patch);

}  // namespace zx::work
