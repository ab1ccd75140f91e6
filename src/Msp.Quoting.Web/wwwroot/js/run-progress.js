// Keeps the progress of a run, or of letters, current, and loads the page anew when the work is over. Without scripts the page refreshes itself.
const box = document.getElementById("progress");
const bar = box?.querySelector("progress");
const words = box?.querySelector("[data-text]");
let pause = 500;

async function look() {
  try {
    const answer = await fetch(box.dataset.address, { headers: { accept: "application/json" } });
    if (answer.ok) {
      const { done, total, text, isOver } = await answer.json();
      if (isOver) {
        location.reload();
        return;
      }
      if (total > 0) {
        bar.max = total;
        bar.value = done;
        words.textContent = text;
      }
      pause = 500;
    } else {
      pause = Math.min(pause * 2, 8000);
    }
  } catch {
    // The connection is lost or the page is left: try again, more slowly.
    pause = Math.min(pause * 2, 8000);
  }
  setTimeout(look, pause);
}

if (box) setTimeout(look, pause);
