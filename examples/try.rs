//! scratch
use pamphleteer::*;
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let mut n = notice::Notices::new();
    let t = std::time::Instant::now();
    let e = edition::folder::load(std::path::Path::new(&dir), &mut n).unwrap();
    eprintln!("load {:?}", t.elapsed());
    let t = std::time::Instant::now();
    let b = book::typeset(&e, &book::cache::Cache::single_run(), &mut n);
    eprintln!("set {:?}", t.elapsed());
    let f = measure::figures(&b);
    eprintln!("{:#?}", f.book);
    eprintln!("hyphen pct {:.2}", 100.0 * f.book.hyphens as f64 / f.book.lines as f64);
    for x in n.iter().take(30) {
        eprintln!("{x}");
    }
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    eprintln!("{}", s.lines().find(|l| l.starts_with("VmHWM")).unwrap());
}
