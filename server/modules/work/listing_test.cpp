// The list: filters against a filter in C++, pages that give every item once.

#include <algorithm>
#include <random>

#include "modules/work/work_fixture.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;

constexpr Order all_orders[] = {Order::due, Order::next_follow_up, Order::newest, Order::importance};

struct Listing : WorkWorld {
  std::vector<WorkItemView> all;

  template <class T>
  static T const& one_of(std::mt19937& random, std::vector<T> const& choices) {
    return choices[random() % choices.size()];
  }

  /// Many kinds of items, few distinct times.
  void fill(std::mt19937& random, int count) {
    std::vector<Actor> people{li, wang, zhao, chen, sun};
    std::vector<std::string> titles{"检修水管", "更换电梯门", "水泵异响", "绿化修剪"};
    std::vector<std::string> tags{"急", "A", "a", "50%", "5_0", "引\"号", "反\\斜"};
    for (int i = 0; i < count; ++i) {
      auto maker = one_of(random, people);
      maker.grants[std::string(permissions::assign.name)] = Scope::organization;
      NewWorkItemForm form{.kind = one_of(random, shipped_kinds()).code, .title = one_of(random, titles), .owner_id = one_of(random, people).employee};
      if (random() % 3 == 0) form.participant_ids = {one_of(random, people).employee};
      if (random() % 3) form.due_at = in(hours(24 * (static_cast<int>(random() % 6) - 3)));
      if (random() % 2) form.next_follow_up_at = in(hours(1 + 24 * static_cast<int>(random() % 4)));
      if (random() % 2) form.tags = {one_of(random, tags), one_of(random, tags)};
      form.importance = 1 + static_cast<std::int64_t>(random() % 4);
      form.draft = random() % 5 == 0;
      if (!*form.draft) form.handler_id = one_of(random, people).employee;
      auto id = make_imported(maker, form).id;  // random kinds, without their briefs
      // What goes outward is not given up so early.
      bool const is_outward = form.kind == "appointment" || form.kind == "complaint" || form.kind == "proposal";
      if (random() % 4 == 0 && !is_outward) world().write_as(boss, [&](Context& ctx) { return cancel(ctx, id, "不用了"); });
      all.push_back(look(id));
    }
    world().clock.advance(hours(30));
  }

  ListQuery some_query(std::mt19937& random) {
    ListQuery query;
    auto chance = [&] { return random() % 5 == 0; };
    auto date = [&] { return Date{2026, 11, 17}.plus_days(static_cast<int>(random() % 7)); };
    if (chance()) query.text = one_of(random, std::vector<std::string>{"水管", "电梯", "水", "李明", "lm", "不存在"});
    if (chance()) query.whose = one_of(random, std::vector{Whose::all, Whose::owned, Whose::handled, Whose::participating, Whose::team});
    if (chance()) query.states = {one_of(random, std::vector{State::draft, State::accepted, State::cancelled}), State::assigned};
    if (random() % 2) query.closed = random() % 2;
    if (chance()) query.kinds = {one_of(random, shipped_kinds()).code, one_of(random, shipped_kinds()).code};
    if (chance()) query.owner_id = one_of(random, std::vector{li, wang}).employee;
    if (chance()) query.handler_id = one_of(random, std::vector{li, wang}).employee;
    if (chance()) query.department_id = one_of(random, std::vector{works, repairs, finance});
    if (chance()) query.importance = 1 + static_cast<std::int64_t>(random() % 4);
    if (chance()) query.overdue = true;
    if (chance()) query.follow_up_overdue = true;
    if (chance()) query.due_from = date();
    if (chance()) query.due_to = date();
    if (chance()) query.tag = one_of(random, std::vector<std::string>{"急", "A", "a", "50%", "5_0", "引\"号", "反\\斜", "%"});
    return query;
  }

  bool is_below(std::optional<DepartmentId> department, DepartmentId top) const {
    return department && (*department == top || (top == works && *department == repairs));
  }

  bool is_own(WorkItemView const& item, Actor const& who) const {
    auto participates = std::ranges::any_of(item.participants, [&](auto const& person) { return person.id == who.employee; });
    return item.standing.owner.id == who.employee || item.standing.handler.id == who.employee || participates;
  }
  bool is_of_reports(WorkItemView const& item, Actor const& who) const {
    auto reports = [&](EmployeeId id) { return who.employee == chen.employee && (id == li.employee || id == wang.employee); };
    return reports(item.standing.owner.id) || reports(item.standing.handler.id);
  }
  bool is_of_team(WorkItemView const& item, Actor const& who) const {
    return is_own(item, who) || is_of_reports(item, who) || (!who.department.is_nil() && is_below(item.department_id, who.department));
  }
  bool is_visible(WorkItemView const& item, Actor const& who) const {
    auto scope = who.reach(permissions::read);
    return scope == Scope::organization || (scope == Scope::self && is_own(item, who)) || (scope == Scope::department_and_below && is_of_team(item, who));
  }
  bool has_text(WorkItemView const& item, std::string const& text) const {
    auto named = [&](std::string const& name) { return item.standing.owner.name == name || item.standing.handler.name == name || item.requester_name == name; };
    if (text == "李明" || text == "lm") return named("李明");
    return item.title.find(text) != std::string::npos;
  }
  bool is_whose(WorkItemView const& item, Actor const& who, Whose whose) const {
    switch (whose) {
      case Whose::all: return true;
      case Whose::owned: return item.standing.owner.id == who.employee;
      case Whose::handled: return item.standing.handler.id == who.employee;
      case Whose::participating: return std::ranges::any_of(item.participants, [&](auto const& person) { return person.id == who.employee; });
      case Whose::team: return is_of_team(item, who);
    }
    return false;
  }

  bool matches(WorkItemView const& item, Actor const& who, ListQuery const& query) {
    auto now = world().clock.now();
    bool is_open = !rules::is_closed(item.state);
    auto due_date = item.due_at ? std::optional(calendar::local_date(*item.due_at, who.time_zone)) : std::nullopt;
    auto contains = [](auto const& list, auto const& value) { return std::ranges::find(list, value) != list.end(); };
    if (!is_visible(item, who)) return false;
    if (query.text && !has_text(item, *query.text)) return false;
    if (query.whose && !is_whose(item, who, *query.whose)) return false;
    if (query.states.empty() ? !(is_open || query.closed.value_or(false)) : !contains(query.states, item.state)) return false;
    if (!query.kinds.empty() && !contains(query.kinds, item.kind)) return false;
    if (query.owner_id && item.standing.owner.id != *query.owner_id) return false;
    if (query.handler_id && item.standing.handler.id != *query.handler_id) return false;
    if (query.department_id && !is_below(item.department_id, *query.department_id)) return false;
    if (query.importance && item.standing.importance != *query.importance) return false;
    if (query.overdue && !(is_open && item.due_at && *item.due_at < now)) return false;
    if (query.follow_up_overdue && !(is_open && *item.standing.next_follow_up_at < now)) return false;
    if (query.due_from && !(due_date && *due_date >= *query.due_from)) return false;
    if (query.due_to && !(due_date && *due_date <= *query.due_to)) return false;
    if (query.tag && !contains(item.tags, *query.tag)) return false;
    return query.order != Order::next_follow_up || is_open;
  }

  static auto sort_key(WorkItemView const& item, Order order) {
    auto due = item.due_at ? item.due_at->ms : INT64_MAX;
    auto next = item.standing.next_follow_up_at ? item.standing.next_follow_up_at->ms : 0;
    switch (order) {
      case Order::due: return std::tuple<std::int64_t, std::int64_t>(due, 0);
      case Order::next_follow_up: return std::tuple<std::int64_t, std::int64_t>(next, 0);
      case Order::newest: return std::tuple<std::int64_t, std::int64_t>(0, 0);
      case Order::importance: return std::tuple<std::int64_t, std::int64_t>(item.standing.importance, due);
    }
    return std::tuple<std::int64_t, std::int64_t>(0, 0);
  }

  std::vector<std::string> expected(Actor const& who, ListQuery const& query) {
    std::vector<WorkItemView> chosen;
    for (auto const& item : all)
      if (matches(item, who, query)) chosen.push_back(item);
    auto order = query.order.value_or(Order::due);
    std::ranges::sort(chosen, [&](auto const& a, auto const& b) {
      if (order == Order::newest) return a.id > b.id;
      return std::pair(sort_key(a, order), a.id) < std::pair(sort_key(b, order), b.id);
    });
    std::vector<std::string> numbers;
    for (auto const& item : chosen) numbers.push_back(item.number);
    return numbers;
  }

  std::vector<std::string> paged(Actor const& who, ListQuery query) {
    std::vector<std::string> numbers;
    for (int pages = 0; pages < 1000; ++pages) {
      auto page = world().read_as(who, [&](ReadContext const& ctx) { return list(ctx, query).value(); });
      for (auto const& line : page.items) numbers.push_back(line.number);
      if (!page.next) return numbers;
      EXPECT_EQ(static_cast<std::int64_t>(page.items.size()), query.limit.value_or(50)) << "only the last page is short";
      query.after = page.next;
    }
    ADD_FAILURE() << "the pages never end";
    return numbers;
  }
};
ON_EACH_ENGINE(Listing);

TEST_P(Listing, pages_give_every_matching_item_exactly_once_in_order) {
  constexpr unsigned seed = 20250601;
  std::mt19937 random(seed);
  fill(random, 70);
  std::size_t found = 0;
  for (int i = 0; i < 80; ++i) {
    auto query = some_query(random);
    query.limit = 1 + static_cast<std::int64_t>(random() % 30);
    Actor const* const viewers[] = {&boss, &boss, &chen, &li};
    auto const* who = viewers[random() % 4];
    for (auto order : all_orders) {
      query.order = order;
      auto wanted = expected(*who, query);
      found += wanted.size();
      EXPECT_EQ(paged(*who, query), wanted) << "seed " << seed << ", query " << i << " by " << who->name << ": " << to_json(query);
    }
  }
  EXPECT_GT(found, 500u);
}

TEST_P(Listing, equal_and_missing_due_times_lose_and_repeat_nothing) {
  for (int i = 0; i < 10; ++i) {
    all.push_back(make(li, {.importance = 2}));
    all.push_back(make(li, {.importance = 2, .due_at = in(hours(24)), .next_follow_up_at = in(hours(5))}));
  }
  for (auto order : all_orders) {
    for (std::int64_t limit : {1, 3, 10, 19, 20, 21}) {
      ListQuery query{.order = order, .limit = limit};
      EXPECT_EQ(paged(boss, query), expected(boss, query)) << enum_text(order) << " by " << limit;
    }
  }
}

TEST_P(Listing, a_line_says_what_the_item_says) {
  std::mt19937 random(3);
  fill(random, 30);
  auto lines = world().read_as(boss, [](ReadContext const& ctx) { return list(ctx, {.closed = true, .limit = 200}).value().items; });
  ASSERT_EQ(lines.size(), all.size());
  for (auto const& line : lines) {
    auto item = look(line.id);
    EXPECT_EQ(line.overdue, followup::is_overdue(item.standing.state, item.due_at, world().clock.now())) << line.number;
    EXPECT_EQ(line.overdue, item.standing.overdue);
    EXPECT_EQ(line.follow_up_overdue, item.standing.follow_up_overdue);
    EXPECT_EQ(line.handoff_pending, item.pending_handoff.has_value());
    EXPECT_EQ(line.requester_name, item.requester_name);
    EXPECT_EQ(line.department_name, item.department_name);
    EXPECT_EQ(line.handler.name, item.standing.handler.name);
    EXPECT_EQ(line.version, item.version);
  }
}

TEST_P(Listing, a_wrong_page_is_refused) {
  auto code = [&](ListQuery const& query) {
    return world().read_as(boss, [&](ReadContext const& ctx) {
      auto result = list(ctx, query);
      return result ? "" : result.refusal().fields.at(0).path + ": " + result.refusal().fields.at(0).code;
    });
  };
  make();
  make();
  auto next = world().read_as(boss, [](ReadContext const& ctx) { return list(ctx, {.limit = 1}).value().next; });
  EXPECT_EQ(code({.after = next}), "");
  EXPECT_EQ(code({.order = Order::newest, .after = next}), "after: request.cursor_invalid");
  for (auto const* nonsense : {"", "x", "due.1.2", "due.1.2.3", "due.99999999999999999999.1.018f0000-0000-7000-8000-000000000000"}) {
    EXPECT_EQ(code({.after = nonsense}), "after: request.cursor_invalid") << nonsense;
  }
  EXPECT_EQ(code({.limit = 0}), "limit: field.out_of_range");
  EXPECT_EQ(code({.limit = 201}), "limit: field.out_of_range");
}

TEST_P(Listing, no_list_walks_through_all_items) {
  for (int i = 0; i < 5; ++i) make();
  auto expect_good_plan = [&](Actor const& who, ListQuery const& query, bool in_order) {
    world().read_as(who, [&](ReadContext const& ctx) {
      fixture::QueryPlans plans(ctx.db);
      EXPECT_TRUE(list({ctx.actor, ctx.now, plans, ctx.services}, query));
      EXPECT_NE(plans.text(), "");
      EXPECT_EQ(plans.scans(), "") << who.name << " " << to_json(query) << "\n" << plans.text();
      EXPECT_EQ(in_order ? plans.sorts() : "", "") << who.name << " " << to_json(query) << "\n" << plans.text();
      return 0;
    });
  };
  for (auto order : all_orders) {
    for (bool closed : {false, true}) {
      ListQuery query{.closed = closed, .order = order};
      bool has_an_index = !(closed && order == Order::importance);
      expect_good_plan(boss, query, has_an_index);
      query.after = world().read_as(boss, [&](ReadContext const& ctx) {
        auto first = query;
        first.limit = 2;
        return list(ctx, first).value().next;
      });
      ASSERT_TRUE(query.after);
      expect_good_plan(boss, query, has_an_index);
      for (auto const& who : {li, chen}) expect_good_plan(who, {.closed = closed, .order = order}, false);
    }
    expect_good_plan(boss, {.whose = Whose::owned, .order = order}, false);
    expect_good_plan(boss, {.owner_id = li.employee, .order = order}, false);
    expect_good_plan(boss, {.department_id = works, .order = order}, false);
    expect_good_plan(boss, {.overdue = true, .order = order}, false);
    expect_good_plan(boss, {.text = "水管", .order = order}, false);
  }
}

/// PostgreSQL plans by what is there: many items of other people, made of one.
constexpr auto const* crowd =
    "INSERT INTO commitment SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'X' || n, 'owner_id', gen_random_uuid(), "
    "'handler_id', gen_random_uuid(), 'department_id', gen_random_uuid(), 'due_at', n))).* "
    "FROM commitment c CROSS JOIN generate_series(1, 3000) n WHERE c.number = (SELECT MIN(number) FROM commitment); ANALYZE commitment";

TEST_P(Listing, a_persons_list_starts_from_their_own_items) {
  for (int i = 0; i < 5; ++i) make();
  if (world().engine() == db::Engine::postgres) world().tamper(crowd);
  auto plan_of = [&](Actor const& who, ListQuery const& query) {
    return world().read_as(who, [&](ReadContext const& ctx) {
      fixture::QueryPlans plans(ctx.db);
      EXPECT_TRUE(list({ctx.actor, ctx.now, plans, ctx.services}, query));
      return plans.text();
    });
  };
  auto expect_own_indexes = [&](Actor const& who, ListQuery const& query) {
    auto plan = plan_of(who, query);
    for (auto const* everybodys : {"commitment_due", "commitment_any_due", "commitment_next", "commitment_urgent", "autoindex_commitment_1 (org_id=?)"})
      EXPECT_EQ(plan.find(everybodys), plan.npos) << who.name << " " << to_json(query) << "\n" << plan;
  };
  for (auto order : all_orders) {
    for (bool closed : {false, true}) {
      for (auto const& who : {li, chen}) {
        expect_own_indexes(who, {.closed = closed, .order = order});
        expect_own_indexes(who, {.closed = closed, .overdue = true, .order = order});
      }
      for (auto whose : {Whose::owned, Whose::handled, Whose::participating}) expect_own_indexes(boss, {.whose = whose, .closed = closed, .order = order});
    }
  }
  auto plan = plan_of(li, {});
  for (auto const* own : {"commitment_owner_due", "commitment_handler", "commitment_participant_of"}) EXPECT_NE(plan.find(own), plan.npos) << plan;
}

}  // namespace
}  // namespace zx::work
