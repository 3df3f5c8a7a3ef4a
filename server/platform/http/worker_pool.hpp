#pragma once
// A fixed number of threads with a bounded queue in front: what cannot be served soon is refused at once.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace zx::http {

/// What a job is told when its time comes.
enum class Turn { work, give_up };

class WorkerPool {
 public:
  /// Called exactly once, on a worker thread. Must not throw.
  using Job = std::function<void(Turn)>;

  WorkerPool(int workers, int queue);
  ~WorkerPool();

  /// False, and the job is dropped, when all workers are taken and the queue is full, or the pool has stopped.
  bool submit(Job job);
  /// Lets running jobs finish and tells waiting ones to give up. Idempotent.
  void stop();

  int running() const;
  int waiting() const;

 private:
  void serve();

  std::size_t const limit_;
  mutable std::mutex mutex_;
  std::condition_variable work_;
  std::deque<Job> waiting_;
  int running_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace zx::http
