#include "platform/http/worker_pool.hpp"

namespace zx::http {

WorkerPool::WorkerPool(int workers, int queue) : limit_(static_cast<std::size_t>(workers + queue)) {
  for (int i = 0; i < workers; ++i) threads_.emplace_back([this] { serve(); });
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::submit(Job job) {
  {
    std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() + static_cast<std::size_t>(running_) >= limit_) return false;
    waiting_.push_back(std::move(job));
  }
  work_.notify_one();
  return true;
}

void WorkerPool::serve() {
  std::unique_lock lock(mutex_);
  for (;;) {
    work_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Job job = std::move(waiting_.front());
    waiting_.pop_front();
    Turn turn = stopping_ ? Turn::give_up : Turn::work;
    ++running_;
    lock.unlock();
    job(turn);
    job = nullptr;  // its captures die outside the lock
    lock.lock();
    --running_;
  }
}

void WorkerPool::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  work_.notify_all();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

int WorkerPool::running() const {
  std::lock_guard lock(mutex_);
  return running_;
}

int WorkerPool::waiting() const {
  std::lock_guard lock(mutex_);
  return static_cast<int>(waiting_.size());
}

}  // namespace zx::http
