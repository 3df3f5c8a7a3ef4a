#include "platform/timeline/chain.hpp"
#include "platform/timeline/sql.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::timeline {
namespace {

constexpr int page_size = 1000;
constexpr std::size_t most_named = 100;

/// An entry beside what its subject's head says.
struct Link {
  Entry entry;
  std::optional<std::int64_t> head_seq;
  std::optional<Hash> head_hash;
};

struct HeadRow {
  std::optional<std::int64_t> head_seq;
  std::optional<Hash> head_hash;
};
BOOST_DESCRIBE_STRUCT(HeadRow, (), (head_seq, head_hash))

struct LoneHead {
  OrganizationId org_id;
  std::string subject_type;
  Uuid subject_id;
};
BOOST_DESCRIBE_STRUCT(LoneHead, (), (org_id, subject_type, subject_id))

/// Follows the chains link by link and writes down what does not fit.
class Walk {
 public:
  explicit Walk(Verification& found) : found_(found) {}

  void step(Link link) {
    bool const continues = last_ && same_subject(last_->entry, link.entry);
    if (!continues) begin_subject();
    check_place(link.entry, continues);
    if (hash_of(link.entry) != link.entry.hash) name(link.entry, "content_changed");
    ++found_.entries;
    last_ = std::move(link);
  }

  /// The last link seen must be the one its head knows.
  void end_subject() {
    if (!last_) return;
    auto const& [entry, head_seq, head_hash] = *last_;
    if (!head_seq) return name(entry, "head_missing");
    if (*head_seq > entry.seq) return name_absent(entry, entry.seq + 1, "tail_missing");
    if (*head_seq < entry.seq || head_hash != entry.hash) name(entry, "head_changed");
  }

  void lone_head(LoneHead const& head) {
    ++found_.subjects;
    name({.subject_type = head.subject_type, .subject_id = head.subject_id, .seq = 1, .entry_id = {}, .event = {}, .reason = "tail_missing"});
  }

  Entry const* last() const { return last_ ? &last_->entry : nullptr; }

 private:
  static bool same_subject(Entry const& a, Entry const& b) { return a.org_id == b.org_id && a.subject_id == b.subject_id; }

  void begin_subject() {
    end_subject();
    ++found_.subjects;
  }

  /// After a gap nothing is known to compare the link with: the gap itself is the finding.
  void check_place(Entry const& entry, bool continues) {
    std::int64_t const expected_seq = continues ? last_->entry.seq + 1 : 1;
    if (entry.seq != expected_seq) return name_absent(entry, expected_seq, "entry_missing");
    if (entry.previous_hash != (continues ? last_->entry.hash : no_hash())) name(entry, "link_broken");
  }

  void name(Entry const& entry, std::string_view reason) {
    name({.subject_type = entry.subject_type,
          .subject_id = entry.subject_id,
          .seq = entry.seq,
          .entry_id = entry.id,
          .event = entry.event,
          .reason = std::string(reason)});
  }

  void name_absent(Entry const& neighbour, std::int64_t seq, std::string_view reason) {
    name({.subject_type = neighbour.subject_type, .subject_id = neighbour.subject_id, .seq = seq, .entry_id = {}, .event = {}, .reason = std::string(reason)});
  }

  void name(Verification::Broken broken) {
    found_.intact = false;
    if (found_.broken.size() < most_named) found_.broken.push_back(std::move(broken));
  }

  Verification& found_;
  std::optional<Link> last_;
};

std::vector<Link> links_after(db::Executor& db, Entry const* last) {
  std::vector<Link> links;
  links.reserve(page_size);
  Entry const start{};
  Entry const& from = last ? *last : start;
  db.each(sql::entries_after, {{"org_id", from.org_id}, {"subject_id", from.subject_id}, {"seq", from.seq}, {"limit", page_size}}, [&](db::Row const& row) {
    auto entry = db::read_row<Entry>(row);
    auto head = db::read_row<HeadRow>(row);
    links.push_back({std::move(entry), head.head_seq, std::move(head.head_hash)});
  });
  return links;
}

void walk_entries(db::Executor& db, Walk& walk, Verification const& found, std::function<void(std::int64_t)> const& progress) {
  for (;;) {
    auto links = links_after(db, walk.last());
    bool const more = links.size() == page_size;
    for (auto& link : links) walk.step(std::move(link));
    if (progress) progress(found.entries);
    if (!more) return walk.end_subject();
  }
}

void walk_lone_heads(db::Executor& db, Walk& walk) {
  LoneHead from;
  for (;;) {
    auto heads = db.all<LoneHead>(sql::heads_without_entries, {{"org_id", from.org_id}, {"subject_id", from.subject_id}, {"limit", page_size}});
    for (auto const& head : heads) walk.lone_head(head);
    if (heads.size() < page_size) return;
    from = heads.back();
  }
}

}  // namespace

Verification verify(db::Executor& db, std::function<void(std::int64_t)> const& progress) {
  Verification found;
  Walk walk(found);
  walk_entries(db, walk, found, progress);
  walk_lone_heads(db, walk);
  return found;
}

}  // namespace zx::timeline
