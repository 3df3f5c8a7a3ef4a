#include "platform/timeline/timeline.hpp"

#include <thread>

#include "platform/base/json.hpp"
#include "platform/testing/test_world.hpp"
#include "platform/timeline/chain.hpp"

namespace zx::timeline {
namespace {

struct Timeline : fixture::EachEngine {
  Uuid const item = Uuid::v7();
  Subject subject() const { return {"work_item", item}; }

  void append_entries(int count, Uuid id) {
    for (int i = 0; i < count; ++i) {
      world().write([&](Context& ctx) { append(ctx, {"work_item", id}, "work_item.revised", {{"title", "旧", "新" + std::to_string(i)}}, "说明"); });
    }
  }
  void append_entries(int count) { append_entries(count, item); }

  Verification verified() {
    return world().database().read([](db::Executor& db) { return verify(db); });
  }

  /// The one finding there should be.
  Verification::Broken only_finding() {
    auto found = verified();
    EXPECT_FALSE(found.intact);
    EXPECT_EQ(found.broken.size(), 1u) << to_json(found);
    return found.broken.empty() ? Verification::Broken{} : found.broken.front();
  }
};
ON_EACH_ENGINE(Timeline);

TEST_P(Timeline, entries_come_newest_first_and_in_pages) {
  append_entries(5);
  auto first = world().read([&](ReadContext const& ctx) { return entries_of(ctx, subject(), 3); });
  ASSERT_EQ(first.size(), 3u);
  EXPECT_EQ(first[0].seq, 5);
  EXPECT_EQ(first[0].actor_name, "张三");
  EXPECT_EQ(first[0].actor_id, world().actor.employee);
  ASSERT_EQ(first[0].changes.size(), 1u);
  EXPECT_EQ(first[0].changes[0].to, "新4");
  EXPECT_EQ(first[0].note, "说明");
  auto rest = world().read([&](ReadContext const& ctx) { return entries_of(ctx, subject(), 3, first.back().seq); });
  ASSERT_EQ(rest.size(), 2u);
  EXPECT_EQ(rest.back().seq, 1);
}

TEST_P(Timeline, another_organization_sees_nothing) {
  append_entries(1);
  auto stranger = fixture::someone_of(OrganizationId::make(), "外人");
  EXPECT_TRUE(world().read_as(stranger, [&](ReadContext const& ctx) { return entries_of(ctx, subject(), 10); }).empty());
}

TEST_P(Timeline, the_system_has_no_employee) {
  world().write_as(world().system(), [&](Context& ctx) { append(ctx, subject(), "work_item.reminded"); });
  auto entries = world().read([&](ReadContext const& ctx) { return entries_of(ctx, subject(), 10); });
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_FALSE(entries[0].actor_id);
  EXPECT_TRUE(verified().intact);
}

TEST_P(Timeline, what_the_system_did_is_told_in_the_readers_language) {
  auto guest = world().system();
  guest.name = "孙女士";
  world().write_as(world().system(), [&](Context& ctx) { append(ctx, subject(), "work_item.reminded"); });
  world().write_as(guest, [&](Context& ctx) { append(ctx, subject(), "work_item.reminded"); });
  auto names = [&](std::string language) {
    auto reader = world().actor;
    reader.language = std::move(language);
    std::vector<std::string> all;
    for (auto const& entry : world().read_as(reader, [&](ReadContext const& ctx) { return entries_of(ctx, subject(), 10); })) all.push_back(entry.actor_name);
    return all;
  };
  EXPECT_EQ(names("zh"), (std::vector<std::string>{"孙女士", "系统"})) << "somebody from outside keeps their name";
  EXPECT_EQ(names("en"), (std::vector<std::string>{"孙女士", "System"}));
  world().tamper("UPDATE timeline_entry SET actor_name = '系统' WHERE seq = 1");
  EXPECT_EQ(names("en").back(), "System") << "an older version wrote its name down";
}

TEST_P(Timeline, untouched_chains_are_intact) {
  append_entries(3);
  append_entries(2, Uuid::v7());
  auto found = verified();
  EXPECT_TRUE(found.intact);
  EXPECT_EQ(found.subjects, 2);
  EXPECT_EQ(found.entries, 5);
}

TEST_P(Timeline, several_entries_of_one_transaction_are_chained) {
  world().write([&](Context& ctx) {
    append(ctx, subject(), "work_item.opened");
    append(ctx, subject(), "work_item.assigned");
  });
  auto found = verified();
  EXPECT_TRUE(found.intact);
  EXPECT_EQ(found.entries, 2);
}

TEST_P(Timeline, a_refused_transaction_leaves_no_entry) {
  append_entries(1);
  auto refused = world().try_write([&](Context& ctx) -> Result<void> {
    append(ctx, subject(), "work_item.closed");
    return Refusal::conflict("work_item.open_steps");
  });
  EXPECT_FALSE(refused);
  append_entries(1);
  EXPECT_TRUE(verified().intact);
  EXPECT_EQ(verified().entries, 2);
}

TEST_P(Timeline, a_changed_byte_names_its_entry) {
  append_entries(3);
  for (auto const* tampering :
       {"note = 'x'", "actor_name = 'x'", "event = 'x'", "changes = '[]'", "at = at + 1", "subject_type = 'x'", "actor_id = NULL", "id = org_id"}) {
    world().tamper("CREATE TABLE kept AS SELECT * FROM timeline_entry");
    world().tamper(std::string("UPDATE timeline_entry SET ") + tampering + " WHERE seq = 2");
    auto broken = only_finding();
    EXPECT_EQ(broken.reason, "content_changed") << tampering;
    EXPECT_EQ(broken.seq, 2) << tampering;
    EXPECT_EQ(broken.subject_id, item) << tampering;
    world().tamper("DELETE FROM timeline_entry; INSERT INTO timeline_entry SELECT * FROM kept; DROP TABLE kept");
  }
  EXPECT_TRUE(verified().intact);
}

TEST_P(Timeline, a_removed_entry_is_noticed) {
  append_entries(3);
  world().tamper("DELETE FROM timeline_entry WHERE seq = 2");
  auto broken = only_finding();
  EXPECT_EQ(broken.reason, "entry_missing");
  EXPECT_EQ(broken.seq, 2);
}

TEST_P(Timeline, a_removed_tail_is_noticed) {
  append_entries(3);
  world().tamper("DELETE FROM timeline_entry WHERE seq = 3");
  auto broken = only_finding();
  EXPECT_EQ(broken.reason, "tail_missing");
  EXPECT_EQ(broken.seq, 3);
}

TEST_P(Timeline, a_history_removed_as_a_whole_is_noticed) {
  append_entries(2);
  world().tamper("DELETE FROM timeline_entry");
  auto broken = only_finding();
  EXPECT_EQ(broken.reason, "tail_missing");
  EXPECT_EQ(broken.subject_id, item);
  EXPECT_EQ(broken.seq, 1);
}

TEST_P(Timeline, a_removed_head_is_noticed) {
  append_entries(2);
  world().tamper("DELETE FROM timeline_head");
  EXPECT_EQ(only_finding().reason, "head_missing");
}

/// Whoever rewrites an entry together with its hash breaks the link of the next one, or the head after the last.
TEST_P(Timeline, a_rewritten_entry_with_a_fresh_hash_is_noticed) {
  append_entries(3);
  auto rewrite = [&](int seq) {
    world().write([&](Context& ctx) {
      db::Statement const select{"t.select", "SELECT * FROM timeline_entry WHERE seq = :seq", "SELECT * FROM timeline_entry WHERE seq = :seq"};
      db::Statement const update{"t.update", "UPDATE timeline_entry SET note = :note, hash = :hash WHERE seq = :seq",
                                 "UPDATE timeline_entry SET note = :note, hash = :hash WHERE seq = :seq"};
      auto entry = ctx.db.sure<Entry>(select, {{"seq", seq}});
      entry.note = "改过";
      ctx.db.execute(update, {{"note", entry.note}, {"hash", hash_of(entry)}, {"seq", seq}});
    });
  };
  rewrite(2);
  auto broken = only_finding();
  EXPECT_EQ(broken.reason, "link_broken");
  EXPECT_EQ(broken.seq, 3);
  rewrite(3);
  auto found = verified();
  ASSERT_EQ(found.broken.size(), 2u);
  EXPECT_EQ(found.broken[1].reason, "head_changed");
}

TEST_P(Timeline, a_hundred_findings_are_named_and_the_rest_only_counted_as_broken) {
  append_entries(130);
  world().tamper("UPDATE timeline_entry SET note = 'x'");
  EXPECT_EQ(verified().broken.size(), 100u);
}

TEST_P(Timeline, chains_longer_than_a_page_are_followed_across_it) {
  world().write([&](Context& ctx) {
    for (int i = 0; i < 1500; ++i) append(ctx, subject(), "work_item.revised");
  });
  std::int64_t told = 0;
  auto found = world().database().read([&](db::Executor& db) { return verify(db, [&](std::int64_t done) { told = done; }); });
  EXPECT_TRUE(found.intact);
  EXPECT_EQ(found.subjects, 1);
  EXPECT_EQ(found.entries, 1500);
  EXPECT_EQ(told, 1500);
}

TEST_P(Timeline, two_writers_of_one_subject_keep_one_chain) {
  auto writer = [&] { append_entries(25); };
  std::thread first(writer), second(writer);
  first.join();
  second.join();
  auto found = verified();
  EXPECT_TRUE(found.intact) << to_json(found);
  EXPECT_EQ(found.subjects, 1);
  EXPECT_EQ(found.entries, 50);
}

TEST(TimelineChain, fields_cannot_run_into_each_other) {
  Entry one{.actor_name = "ab", .event = "c"};
  Entry other{.actor_name = "a", .event = "bc"};
  EXPECT_NE(hash_of(one), hash_of(other));
}

/// The form is for ever: this hash must never change.
TEST(TimelineChain, the_canonical_form_is_fixed) {
  Entry entry{.org_id = {*Uuid::parse("01939b00-0000-7000-8000-000000000001")},
              .subject_type = "work_item",
              .subject_id = *Uuid::parse("01939b00-0000-7000-8000-000000000002"),
              .seq = 1,
              .id = *Uuid::parse("01939b00-0000-7000-8000-000000000003"),
              .at = {1763600400000},
              .actor_name = "张三",
              .event = "work_item.opened",
              .changes = "[]",
              .note = "",
              .previous_hash = no_hash()};
  EXPECT_EQ(canonical_form(entry),
            "36:01939b00-0000-7000-8000-000000000001,9:work_item,36:01939b00-0000-7000-8000-000000000002,1:1,"
            "36:01939b00-0000-7000-8000-000000000003,13:1763600400000,0:,6:张三,16:work_item.opened,2:[],0:,");
}

}  // namespace
}  // namespace zx::timeline
