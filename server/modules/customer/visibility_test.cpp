// What each scope shows, against an oracle computed from the people tree.

#include <algorithm>
#include <random>
#include <set>

#include "modules/customer/customer_fixture.hpp"
#include "modules/customer/sheet.hpp"

namespace zx::customer {
namespace {

constexpr Scope all_scopes[] = {Scope::none, Scope::self, Scope::direct_reports, Scope::department, Scope::department_and_below, Scope::organization};

struct Person {
  EmployeeId id;
  std::optional<DepartmentId> department;
  std::optional<EmployeeId> supervisor;
};

struct Known {
  CustomerId id;
  std::string number;
  EmployeeId manager;
  std::optional<DepartmentId> department;
};

using Ids = std::set<Uuid>;

Ids ids_of(http::Page<CustomerLine> const& page) {
  Ids ids;
  for (auto const& line : page.items) ids.insert(line.id.uuid);
  return ids;
}

template <class T>
T const& one_of(std::mt19937& random, std::vector<T> const& all) {
  return all[random() % all.size()];
}

/// A random tree of departments and people, and customers among them.
struct SeeingCustomers : CustomerWorld {
  std::vector<DepartmentId> departments;
  std::map<DepartmentId, std::optional<DepartmentId>> parent;
  std::vector<Person> people;
  std::vector<Known> all;

  void grow(unsigned seed) {
    std::mt19937 random(seed);
    for (int i = 0; i < 9; ++i) {
      auto const above = departments.empty() || random() % 3 == 0 ? std::nullopt : std::optional(one_of(random, departments));
      departments.push_back(company->department("部门" + std::to_string(i), above));
      parent[departments.back()] = above;
    }
    for (int i = 0; i < 12; ++i) {
      Person person;
      if (random() % 6) person.department = one_of(random, departments);
      if (!people.empty() && random() % 4) person.supervisor = one_of(random, people).id;
      person.id = company->employ({.name = "员工" + std::to_string(i), .department_id = person.department, .supervisor_id = person.supervisor});
      people.push_back(person);
    }
    for (int i = 0; i < 40; ++i) {
      auto const& manager = one_of(random, people);
      NewCustomerForm form{.name = "客户" + std::to_string(i), .account_manager_id = manager.id, .despite_duplicates = true};
      if (random() % 3 == 0) form.department_id = one_of(random, departments);
      auto const made = add(boss, form);
      all.push_back({made.id, made.number, manager.id, form.department_id ? form.department_id : manager.department});
    }
  }

  bool is_below(std::optional<DepartmentId> department, DepartmentId top) const {
    for (; department; department = parent.at(*department))
      if (*department == top) return true;
    return false;
  }

  bool is_visible(Known const& known, Person const& who, Scope scope) const {
    bool const own = known.manager == who.id;
    bool const of_reports = std::ranges::find(people, known.manager, &Person::id)->supervisor == who.id;
    switch (scope) {
      case Scope::none: return false;
      case Scope::self: return own;
      case Scope::direct_reports: return own || of_reports;
      case Scope::department: return own || of_reports || (who.department && known.department == who.department);
      case Scope::department_and_below: return own || of_reports || (who.department && is_below(known.department, *who.department));
      case Scope::organization: return true;
    }
    return false;
  }
};
ON_EACH_ENGINE(SeeingCustomers);

TEST_P(SeeingCustomers, every_way_of_looking_shows_exactly_what_the_scope_reaches) {
  constexpr unsigned seed = 404;
  SCOPED_TRACE("seed " + std::to_string(seed));
  grow(seed);
  std::vector<std::string> numbers;
  for (auto const& known : all) numbers.push_back(known.number);
  std::map<Scope, std::size_t> seen;
  for (auto const& who : people) {
    for (auto scope : all_scopes) {
      SCOPED_TRACE(who.id.text() + " " + std::string(enum_text(scope)));
      Ids expected, listed, searched, shown, numbered;
      for (auto const& known : all)
        if (is_visible(known, who, scope)) expected.insert(known.id.uuid);
      auto const looking = company->actor(who.id, org::granted({permissions::read}, scope));
      world().read_as(looking, [&](ReadContext const& ctx) {
        listed = ids_of(customers(ctx, {.limit = 200}).value());
        searched = ids_of(customers(ctx, {.text = "客户", .limit = 200}).value());
        for (auto const& known : all)
          if (show_customer(ctx, known.id)) shown.insert(known.id.uuid);
        for (auto const& [number, brief] : find_by_number(ctx, numbers)) numbered.insert(brief.id.uuid);
        return 0;
      });
      EXPECT_EQ(listed, expected);
      EXPECT_EQ(searched, expected);
      EXPECT_EQ(shown, expected);
      EXPECT_EQ(numbered, expected);
      auto const exported = sheet::export_sheet(world().services, looking, {}, sheet::CustomerFormat::csv).value();
      EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(exported, '\n')), expected.size() + 1);
      seen[scope] += expected.size();
    }
  }
  for (std::size_t i = 1; i < std::size(all_scopes); ++i) EXPECT_GT(seen[all_scopes[i]], seen[all_scopes[i - 1]]) << "the tree tells these scopes apart";
}

}  // namespace
}  // namespace zx::customer
