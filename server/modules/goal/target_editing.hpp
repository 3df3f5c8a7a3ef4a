#pragma once
// Changing numbers of a sheet: one batch, all or nothing. Private to goal.

#include <functional>

#include "modules/goal/target_scope.hpp"

namespace zx::goal::targets {

/// A number somebody wants. Row or column 0: what was given.
struct Wanted {
  std::int64_t row = 0;
  std::int64_t column = 0;
  TargetField field = TargetField::plan;
  std::optional<Decimal> value;
  std::size_t origin = 0;  ///< where it stands in what the person sent
};

/// Why not.
struct Fault {
  std::size_t origin = 0;
  std::string code;
  RefusalArguments arguments;
};

/// A number that is different now.
struct Difference {
  std::int64_t row = 0;
  std::int64_t column = 0;
  TargetField field = TargetField::plan;
  std::optional<Decimal> from;
  std::optional<Decimal> to;
};

/// Hears how far a long change is.
using Heard = std::function<void(std::size_t done, std::size_t all)>;

class Editing {
 public:
  /// The sheet is locked (`lock`) by this transaction.
  Editing(Context& ctx, Sheet& sheet, Rights const& rights) : ctx_(ctx), sheet_(sheet), rights_(rights) {}

  /// Of several for one number the last counts. Nothing is written; what is wrong comes back, at most 1,000.
  std::vector<Fault> prepare(std::vector<Wanted> wanted, ActualSource source, Heard const& heard = {});
  std::vector<Difference> const& differences() const { return differences_; }
  bool changes_nothing() const { return differences_.empty() && given_.empty(); }
  /// Writes what was prepared with its batch, moves the totals and everything above, and tells. Refuses target.too_large.
  Result<void> write(TargetBatchKind kind, Heard const& heard = {});

 private:
  void prepare_given(Wanted const& wanted);
  std::optional<Fault> fault_of(Wanted const& wanted, Line const& row, Cell const& cell);
  void add_fault(Wanted const& wanted, std::string code, RefusalArguments arguments = {});
  void write_given();
  std::set<std::int64_t> rows_reached() const;
  void move_totals(std::set<ColumnMeasure>& moved, std::set<ColumnMeasure>& reached);

  Context& ctx_;
  Sheet& sheet_;
  Rights const& rights_;
  std::vector<Fault> faults_;
  std::vector<Difference> differences_;
  std::vector<Difference> given_;
  std::vector<Cell> cells_;
  std::map<std::int64_t, std::optional<MeasureId>> row_measures_;
};

/// Writes a batch's differences down, for undoing and for audit.
void record_batch(Context& ctx, Sheet& sheet, TargetBatchKind kind, std::vector<Difference> const& differences, std::int64_t count);
std::vector<Difference> differences_of(ReadContext const& ctx, SheetId id, std::int64_t batch);

/// The sums of a sheet, for the history: before and after.
using Wholes = std::map<MeasureId, Amounts>;
Wholes wholes_of(Sheet const& sheet);
/// Version, history and open pages. `before` as the sums were.
void tell(Context& ctx, Sheet& sheet, TargetBatchKind kind, std::int64_t count, Wholes const& before);
void tell_event(Context& ctx, Sheet& sheet, std::string_view event, std::vector<timeline::Change> changes);

/// What was reached in these columns goes up to the parent, its parent, …, and to the goals that follow their rows.
void roll_up(Context& ctx, SheetRow const& child, std::set<ColumnMeasure> const& reached);

}  // namespace zx::goal::targets
