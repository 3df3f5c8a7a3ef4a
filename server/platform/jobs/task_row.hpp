#pragma once
// A task's row as the node that runs it writes it.

#include <mutex>
#include <string>

#include "platform/jobs/jobs.hpp"

namespace zx::jobs {

struct TaskKey {
  OrganizationId organization;
  Uuid id;
};

/// How a task ended.
struct TaskEnd {
  TaskState state = TaskState::failed;
  std::string result = "null";
  std::string failure;
  std::string failure_detail = "{}";
};

/// Writes the progress of one task, and remembers whether its work was told of the wish to cancel.
class RowProgress final : public TaskProgress {
 public:
  /// `shutting_down` cancels too.
  RowProgress(Services& services, TaskKey key, std::function<bool()> shutting_down);
  void report(std::int64_t done, std::int64_t total) override;
  void mention(std::int64_t done, std::int64_t total) override;
  bool cancelled() override;

  bool start();
  void finish(TaskEnd const& end);
  bool was_told_to_cancel() const { return told_to_cancel_; }
  /// By any thread.
  TaskCount count() const;

 private:
  std::int64_t write(db::Statement const& statement, db::Parameters parameters);

  Services& services_;
  TaskKey key_;
  std::function<bool()> shutting_down_;
  mutable std::mutex counting_;
  TaskCount count_;
  std::optional<Instant> written_at_;
  bool told_to_cancel_ = false;
};

}  // namespace zx::jobs
