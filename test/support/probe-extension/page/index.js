document.querySelector('#query').textContent = location.search
