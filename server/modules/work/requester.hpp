#pragma once
// What stands between an item and whoever asked for it, seen from inside: links to the status page, messages, the rating.

#include <optional>
#include <string>
#include <vector>

#include "modules/work/events.hpp"
#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/context.hpp"

namespace zx::work {

/// A new link to the status page. Only a hash is kept, so it is shown this once; whoever needs it again makes another.
struct StatusLinkView {
  std::string path;  ///< "/p/status/<token>"
  Instant made_at;
  Uuid id = {};  ///< what became of its mail is known by this
};
BOOST_DESCRIBE_STRUCT(StatusLinkView, (), (path, made_at, id))

struct RequesterMessageForm {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(RequesterMessageForm, (), (text))

struct RequesterMessageView {
  Uuid id;
  Instant at;
  bool from_requester = false;
  std::string by_name;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(RequesterMessageView, (), (id, at, from_requester, by_name, text))

struct RatingView {
  std::int64_t rating = 5;  ///< 1 … 5
  std::string words;
  Instant rated_at;
  Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(RatingView, (), (rating, words, rated_at, changed_at))

struct RequesterDesk {
  std::optional<std::string> email;  ///< outside, where messages and links are mailed, too; only for who may write
  std::int64_t links = 0;            ///< that work now
  std::optional<Instant> last_link_at;
  std::optional<std::string> last_link_by;
  std::vector<RequesterMessageView> messages;  ///< oldest first
  std::optional<RatingView> rating;
  bool may_write = false;  ///< the actor may make links and write
};
BOOST_DESCRIBE_STRUCT(RequesterDesk, (), (email, links, last_link_at, last_link_by, messages, rating, may_write))

/// Whoever sees the item.
Result<RequesterDesk> requester_desk(ReadContext const& ctx, WorkItemId id);
/// The owner, the handler and who may change the item; others: work.change_not_yours. Links made before go on working; of
/// more than twenty the oldest end. `mailed`: it is sent to the requester; refuses work.letter_no_address.
enum class Mailed { no, yes };
Result<StatusLinkView> make_status_link(Context& ctx, WorkItemId id, Mailed mailed = Mailed::no);
/// All of them, at once.
Result<void> revoke_status_links(Context& ctx, WorkItemId id);
/// Shown on the status page as it is written here; nothing else of the item is. The same people. Mailed with a link to the page where
/// the requester's address is known; a requester who works here is told inside.
Result<RequesterMessageView> write_to_requester(Context& ctx, WorkItemId id, RequesterMessageForm const& form);

// ---- How content the requesters were ----

enum class RatingGroup { kind, department };
BOOST_DESCRIBE_ENUM(RatingGroup, kind, department)

/// Rated in the period, at most two years; default: the last 30 days.
struct RatingQuery {
  std::optional<RatingGroup> by;  ///< default kind
  std::optional<Date> from;
  std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(RatingQuery, (), (by, from, to))

struct RatingLine {
  std::optional<std::string> key;   ///< the kind's code or the department's id
  std::optional<std::string> name;  ///< in the actor's language; absent: items without department
  std::int64_t ratings = 0;
  std::optional<std::int64_t> average_percent;  ///< 100 × the average of 1 … 5: 437 is 4.37; absent below five ratings
  std::optional<std::int64_t> low;              ///< how many gave 1 or 2; absent below five ratings
};
BOOST_DESCRIBE_STRUCT(RatingLine, (), (key, name, ratings, average_percent, low))

/// Of the items the actor sees; the least content first, those with too few ratings last.
Result<std::vector<RatingLine>> rating_report(ReadContext const& ctx, RatingQuery const& query);

}  // namespace zx::work
