// What each scope shows, against an oracle computed from the people tree.

#include <algorithm>
#include <random>
#include <set>

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

constexpr Scope all_scopes[] = {Scope::none, Scope::self, Scope::direct_reports, Scope::department, Scope::department_and_below, Scope::organization};

struct Person {
  EmployeeId id;
  std::optional<DepartmentId> department;
  std::optional<EmployeeId> supervisor;
};

struct Item {
  WorkItemId id;
  EmployeeId owner;
  EmployeeId handler;
  std::optional<DepartmentId> department;
  std::set<EmployeeId> participants;
};

using Ids = std::set<Uuid>;

Ids listed_in(ReadContext const& ctx, ListQuery const& query) {
  Ids ids;
  auto page = list(ctx, query).value();
  for (auto const& line : page.items) ids.insert(line.id.uuid);
  return ids;
}

template <class T>
T const& one_of(std::mt19937& random, std::vector<T> const& all) {
  return all[random() % all.size()];
}

/// A random tree of departments and people, and items among them.
struct Seeing : WorkWorld {
  std::vector<DepartmentId> departments;
  std::map<DepartmentId, std::optional<DepartmentId>> parent;
  std::vector<Person> people;
  std::vector<Item> items;

  void grow(unsigned seed) {
    std::mt19937 random(seed);
    for (int i = 0; i < 9; ++i) {
      auto above = departments.empty() || random() % 3 == 0 ? std::nullopt : std::optional(one_of(random, departments));
      auto id = company->department("部门" + std::to_string(seed) + "-" + std::to_string(i), above);
      departments.push_back(id);
      parent[id] = above;
    }
    for (int i = 0; i < 12; ++i) add_person(random, i);
    for (int i = 0; i < 40; ++i) add_item(random);
  }

  void add_person(std::mt19937& random, int i) {
    Person person;
    if (random() % 6) person.department = one_of(random, departments);
    if (!people.empty() && random() % 4) person.supervisor = one_of(random, people).id;
    person.id = company->employ({.name = "员工" + std::to_string(i), .department_id = person.department, .supervisor_id = person.supervisor});
    people.push_back(person);
  }

  void add_item(std::mt19937& random) {
    auto const& owner = one_of(random, people);
    auto const& handler = one_of(random, people);
    NewWorkItemForm form{.title = "检修水管", .requester = Requester{.name = "业主"}, .owner_id = owner.id, .handler_id = handler.id};
    if (random() % 2) form.department_id = one_of(random, departments);
    for (int n = static_cast<int>(random() % 3); n > 0; --n) form.participant_ids.push_back(one_of(random, people).id);
    auto maker = company->actor(handler.id,
                                org::granted({permissions::read, permissions::create, permissions::assign, followup::permissions::read}, Scope::organization));
    auto made = make(maker, form);
    items.push_back({made.id,
                     owner.id,
                     handler.id,
                     form.department_id ? form.department_id : owner.department,
                     {form.participant_ids.begin(), form.participant_ids.end()}});
  }

  Person const& person_of(EmployeeId id) const { return *std::ranges::find(people, id, &Person::id); }
  bool is_below(std::optional<DepartmentId> department, DepartmentId top) const {
    for (; department; department = parent.at(*department))
      if (*department == top) return true;
    return false;
  }

  bool is_visible(Item const& item, Person const& who, Scope scope) const {
    bool own = item.owner == who.id || item.handler == who.id || item.participants.contains(who.id);
    bool of_reports = person_of(item.owner).supervisor == who.id || person_of(item.handler).supervisor == who.id;
    switch (scope) {
      case Scope::none: return false;
      case Scope::self: return own;
      case Scope::direct_reports: return own || of_reports;
      case Scope::department: return own || of_reports || (who.department && item.department == who.department);
      case Scope::department_and_below: return own || of_reports || (who.department && is_below(item.department, *who.department));
      case Scope::organization: return true;
    }
    return false;
  }

  /// The two permissions reach equally far.
  Actor looking(Person const& who, Scope scope) { return company->actor(who.id, org::granted({permissions::read, followup::permissions::read}, scope)); }
};
ON_EACH_ENGINE(Seeing);

TEST_P(Seeing, every_way_of_looking_shows_exactly_what_the_scope_reaches) {
  constexpr unsigned seed = 515;
  SCOPED_TRACE("seed " + std::to_string(seed));
  grow(seed);
  std::map<Scope, std::size_t> seen;
  for (auto const& who : people) {
    for (auto scope : all_scopes) {
      SCOPED_TRACE(world().read([&](ReadContext const& ctx) { return store::name_of(ctx, who.id); }) + " " + std::string(enum_text(scope)));
      Ids expected, listed, found, shown, standing;
      for (auto const& item : items)
        if (is_visible(item, who, scope)) expected.insert(item.id.uuid);
      world().read_as(looking(who, scope), [&](ReadContext const& ctx) {
        listed = listed_in(ctx, {.limit = 200});
        for (auto const& each : followup::where(ctx, "水管", 50)) found.insert(each.id.uuid);
        for (auto const& item : items) {
          if (store::find_visible(ctx, item.id, permissions::read)) shown.insert(item.id.uuid);
          if (followup::standing_of(ctx, store::commitment_id(item.id))) standing.insert(item.id.uuid);
        }
        return 0;
      });
      EXPECT_EQ(listed, expected);
      EXPECT_EQ(found, expected);
      EXPECT_EQ(shown, expected);
      EXPECT_EQ(standing, expected);
      seen[scope] += expected.size();
    }
  }
  for (std::size_t i = 1; i < std::size(all_scopes); ++i) EXPECT_GT(seen[all_scopes[i]], seen[all_scopes[i - 1]]) << "the tree tells these scopes apart";
}

TEST_P(Seeing, my_team_is_my_department_with_what_is_below_and_my_own) {
  grow(77);
  for (auto const& who : people) {
    Ids expected, listed;
    for (auto const& item : items)
      if (is_visible(item, who, Scope::department_and_below)) expected.insert(item.id.uuid);
    world().read_as(looking(who, Scope::organization), [&](ReadContext const& ctx) {
      listed = listed_in(ctx, {.whose = Whose::team, .limit = 200});
      return 0;
    });
    EXPECT_EQ(listed, expected);
  }
}

}  // namespace
}  // namespace zx::work
