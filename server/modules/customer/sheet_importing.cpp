// Importing customers: the whole file is checked first, then written in small transactions, so that others can work meanwhile.
// An import that was cut off is finished by importing the file again.

#include <algorithm>
#include <map>
#include <set>

#include "modules/customer/making.hpp"
#include "modules/customer/rules.hpp"
#include "modules/customer/sheet.hpp"
#include "modules/customer/sheet_others.hpp"
#include "modules/customer/sheet_rows.hpp"
#include "platform/base/json.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/numbering/numbering.hpp"

namespace zx::customer::sheet {
namespace {

constexpr std::size_t rows_at_once = 200;
constexpr std::size_t most_verdicts = 500;
constexpr std::size_t most_errors = 1000;

/// What becomes of a row.
struct Plan {
  CustomerVerdict verdict = CustomerVerdict::refused;
  std::optional<CustomerId> known;        ///< the customer it is about
  std::optional<EmployeeId> manager;      ///< of a new one
  std::optional<CustomerPatch> patch;     ///< what it changes of a known one
  std::optional<NewContactForm> contact;  ///< a further contact of a known one
};

class CustomerImport {
 public:
  CustomerImport(Services& services, Actor const& actor, CustomerImportOptions const& options, jobs::TaskProgress* progress)
      : services_(services), actor_(actor), options_(options), progress_(progress), now_(services.clock.now()) {
    report_.dry_run = options.dry_run;
  }

  Result<CustomerImportReport> run(std::string_view content) {
    bool const readable = TRY(read(content));
    services_.database.read([&](db::Executor& executor) { plan_all(ReadContext{actor_, now_, executor, services_}); });
    bool const refused = !readable || (report_.error_count > 0 && options_.on_error == CustomerOnError::import_nothing);
    if (!readable) report_.added = report_.changed = 0;
    if (options_.dry_run) return std::move(report_);
    report_.added = report_.changed = 0;
    if (!refused) TRY(write_all());
    return std::move(report_);
  }

 private:
  /// False when the header is wrong or the table breaks off.
  Result<bool> read(std::string_view content) {
    auto reading = TRY(Reading::open(content));
    for (auto const& fault : reading.header_faults()) add_error(fault);
    for (;;) {
      Line line;
      auto more = reading.next(line);
      if (!more) {
        add_error({lines_.empty() ? reading.header_row() : lines_.back().row + 1, "", more.refusal().code, more.refusal().arguments});
        return false;
      }
      if (!*more) return reading.header_faults().empty();
      lines_.push_back(std::move(line));
    }
  }

  void plan_all(ReadContext const& ctx) {
    Others others(ctx);
    keys_ = keys_now(ctx);
    std::vector<std::string> numbers;
    for (auto const& line : lines_)
      if (!line.customer.number.empty()) numbers.push_back(line.customer.number);
    known_ = find_by_number(ctx, numbers);
    for (auto& line : lines_) {
      plans_.push_back(line.faults.empty() ? plan(ctx, others, line) : Plan{});
      add_verdict(line, plans_.back());
    }
  }

  Plan plan(ReadContext const& ctx, Others& others, Line& line) {
    auto const& number = line.customer.number;
    if (!number.empty() && !numbers_.insert({number, line.row}).second)
      return refused(line, words::number, "customer.number_repeated", {{"row", std::to_string(numbers_[number])}});
    if (auto known = known_.find(number); known != known_.end()) return plan_change(ctx, line, known->second.id);
    if (!number.empty() && store::has_number(ctx, number)) return refused(line, words::number, "customer.number_taken", {});
    auto const key = rules::name_key(line.customer.name);
    if (auto same = others.called(key); same && number.empty()) {
      if (!same->id) return refused(line, words::name, "customer.repeated_in_sheet", {{"row", std::to_string(same->row)}});
      if (store::find_visible(ctx, *same->id, permissions::read))
        return {.verdict = CustomerVerdict::known_customer, .known = same->id, .manager = {}, .patch = {}, .contact = {}};
    }
    auto const phone = rules::phone_key(line.customer.phone);
    if (!options_.despite_duplicates && !is_another(ctx, line, others.like(key, phone))) return {};
    auto const manager = manager_of(ctx, line);
    if (!manager) return {};
    others.add(line.row, key, phone);
    return {.verdict = CustomerVerdict::new_customer, .known = {}, .manager = manager, .patch = {}, .contact = {}};
  }

  Plan refused(Line& line, std::string_view column, std::string code, RefusalArguments arguments) {
    line.faults.push_back({line.row, std::string(column), std::move(code), std::move(arguments)});
    return {};
  }

  bool is_another(ReadContext const& ctx, Line& line, std::vector<Others::Other> const& others) {
    std::vector<Lookalike> customers;
    for (auto const& other : others) {
      if (!other.id) {
        refused(line, words::name, "customer.repeated_in_sheet", {{"row", std::to_string(other.row)}});
        return false;
      }
      for (auto& brief : customers_named(ctx, {*other.id})) customers.push_back({brief.id, std::move(brief.number), std::move(brief.name)});
    }
    auto different = refuse_lookalikes(ctx, customers);
    if (!different) refused(line, words::name, different.refusal().code + "_row", different.refusal().arguments);
    return different.ok();
  }

  std::optional<EmployeeId> manager_of(ReadContext const& ctx, Line& line) {
    auto const& manager = manager_called(ctx, line.customer.manager);
    if (manager) return *manager;
    auto const& refusal = manager.refusal();
    if (refusal.fields.empty()) refused(line, words::manager, refusal.code, refusal.arguments);
    for (auto const& field : refusal.fields) refused(line, words::manager, field.code, field.arguments);
    return std::nullopt;
  }

  Result<EmployeeId> const& manager_called(ReadContext const& ctx, std::string const& name) {
    auto found = managers_.find(name);
    if (found == managers_.end()) found = managers_.emplace(name, find_manager(ctx, name)).first;
    return found->second;
  }

  Result<EmployeeId> find_manager(ReadContext const& ctx, std::string const& name) const {
    auto id = actor_.employee;
    if (!name.empty()) id = TRY(org::employee_called(ctx, name, "account_manager")).id;
    else if (options_.account_manager) id = TRY(org::active_employee(ctx, *options_.account_manager, "account_manager")).id;
    else if (id.is_nil()) id = org::default_owner(ctx).id;
    if (!store::may_manage_for(ctx, id)) return Refusal::forbidden("customer.out_of_reach");
    return id;
  }

  Plan plan_change(ReadContext const& ctx, Line& line, CustomerId id) {
    auto const row = store::find_visible(ctx, id, permissions::manage);
    if (!row) return refused(line, words::number, "customer.not_yours", {});
    if (!line.customer.manager.empty()) {
      auto const manager = manager_of(ctx, line);
      if (!manager) return {};
      if (*manager != row->account_manager_id) return refused(line, words::manager, "customer.manager_by_handover", {});
    }
    Plan plan{.verdict = CustomerVerdict::changed_customer,
              .known = id,
              .manager = {},
              .patch = patch_of(*row, line.customer),
              .contact = further_contact(ctx, id, line)};
    if (!line.faults.empty()) return {};
    if (!plan.patch && !plan.contact) plan.verdict = CustomerVerdict::known_customer;
    return plan;
  }

  /// What the row says that is not so yet.
  static std::optional<CustomerPatch> patch_of(store::CustomerRow const& row, SheetCustomer const& said) {
    CustomerPatch patch{.despite_duplicates = true};
    bool any = false;
    auto set = [&](auto& target, auto const& before, auto const& value) {
      if (value == before) return;
      target = value;
      any = true;
    };
    set(patch.name, row.name, said.name);
    if (said.tier) set(patch.tier, row.tier, *said.tier);
    if (said.state) set(patch.state, row.state, *said.state);
    if (!said.industry.empty()) set(patch.industry, row.industry.value_or(""), said.industry);
    if (!said.region.empty()) set(patch.region, row.region.value_or(""), said.region);
    if (!said.address.empty()) set(patch.address, row.address.value_or(""), said.address);
    return any ? std::optional(std::move(patch)) : std::nullopt;
  }

  /// Contacts of a known customer only become more; to change one is for its page.
  std::optional<NewContactForm> further_contact(ReadContext const& ctx, CustomerId id, Line& line) {
    auto const form = form_of(line.customer);
    if (form.contacts.empty()) return std::nullopt;
    auto const& said = form.contacts.front();
    for (auto const& contact : store::contacts_of(ctx, id)) {
      if (contact.name != said.name) continue;
      bool const differs = (!line.customer.phone.empty() && line.customer.phone != contact.phone.value_or("")) ||
                           (!line.customer.email.empty() && line.customer.email != contact.email.value_or(""));
      if (differs) refused(line, words::contact, "customer.contact_differs", {{"name", said.name}});
      return std::nullopt;
    }
    return said;
  }

  Result<void> write_all() {
    for (std::size_t first = 0; first < lines_.size(); first += rows_at_once) {
      auto const last = std::min(lines_.size(), first + rows_at_once);
      auto const written = TRY(services_.database.write([&](db::Transaction& tx) -> Result<std::pair<std::int64_t, std::int64_t>> {
        Context ctx{actor_, now_, tx, services_};
        std::pair<std::int64_t, std::int64_t> counts;
        // Of two imports of one file the second waits here for the first and then sees what it has written.
        numbering::reserve(ctx, "C", 0, 0);
        auto const present = keys_now(ctx);
        for (auto i = first; i < last; ++i) {
          if (!lines_[i].faults.empty() || came_meanwhile(lines_[i], plans_[i], present)) continue;
          TRY(write(ctx, lines_[i], plans_[i]));
          counts.first += plans_[i].verdict == CustomerVerdict::new_customer;
          counts.second += plans_[i].verdict == CustomerVerdict::changed_customer;
        }
        return counts;
      }));
      report_.added += written.first;
      report_.changed += written.second;
      TRY(report_progress(static_cast<std::int64_t>(last)));
    }
    if (report_.added + report_.changed > 0) services_.notify_pages(actor_.organization, "customer", "");
    return {};
  }

  bool came_meanwhile(Line const& line, Plan const& plan, std::set<std::string> const& present) const {
    if (plan.verdict != CustomerVerdict::new_customer) return false;
    auto const key = rules::name_key(line.customer.name);
    return present.contains(key) && !keys_.contains(key);
  }

  Result<void> write(Context& ctx, Line const& line, Plan const& plan) const {
    if (plan.verdict == CustomerVerdict::new_customer) {
      auto form = form_of(line.customer);
      form.account_manager_id = plan.manager;
      form.despite_duplicates = true;  // looked for already
      TRY(make(ctx, form));
    }
    if (plan.patch) TRY(change_customer(ctx, *plan.known, TRY(store::find_managed(ctx, *plan.known)).version, *plan.patch));
    if (plan.contact) TRY(add_contact(ctx, *plan.known, *plan.contact));
    return {};
  }

  void add_verdict(Line const& line, Plan const& plan) {
    auto const verdict = line.faults.empty() ? plan.verdict : CustomerVerdict::refused;
    report_.rows += 1;
    report_.added += verdict == CustomerVerdict::new_customer;
    report_.changed += verdict == CustomerVerdict::changed_customer;
    report_.skipped += verdict == CustomerVerdict::known_customer;
    if (report_.verdicts.size() < most_verdicts) report_.verdicts.push_back({line.row, line.customer.name, verdict});
    for (auto const& fault : line.faults) add_error(fault);
  }

  void add_error(Fault const& fault) {
    report_.error_count += 1;
    if (report_.errors.size() >= most_errors) return;
    report_.errors.push_back({fault.row, fault.column, fault.code, services_.texts.text(actor_.language, fault.code, fault.arguments)});
  }

  Result<void> report_progress(std::int64_t done) {
    if (!progress_) return {};
    progress_->report(done, report_.rows);
    if (progress_->cancelled()) return Refusal::conflict("customer.import_cancelled", {{"customers", std::to_string(report_.added)}});
    return {};
  }

  Services& services_;
  Actor const& actor_;
  CustomerImportOptions const& options_;
  jobs::TaskProgress* progress_;
  Instant now_;
  std::vector<Line> lines_;
  std::vector<Plan> plans_;
  std::set<std::string> keys_;  ///< of the names that were there when the plans were made
  std::map<std::string, CustomerBrief> known_;
  std::map<std::string, std::int64_t> numbers_;  ///< of the file: number → row
  std::map<std::string, Result<EmployeeId>> managers_;
  CustomerImportReport report_;
};

}  // namespace

Result<CustomerImportReport> import_sheet(Services& services, Actor const& actor, std::string_view content, CustomerImportOptions const& options,
                                          jobs::TaskProgress* progress) {
  return CustomerImport(services, actor, options, progress).run(content);
}

}  // namespace zx::customer::sheet
