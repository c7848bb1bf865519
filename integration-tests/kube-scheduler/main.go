/* SPDX-License-Identifier: Apache-2.0 */

// Asks the real kube-scheduler where pods go: the scheduler itself, in this process, on a stand-in of the API server.
//
// Each line of the input is a cluster: nodes as they are once daemonsets have taken their part, and pods in the order
// in which they are created. Fails when a pod stays pending.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	clienttesting "k8s.io/client-go/testing"
	"k8s.io/client-go/tools/events"
	"k8s.io/kubernetes/pkg/scheduler"
	"k8s.io/kubernetes/pkg/scheduler/profile"
)

type machine struct {
	Millicores int64 `json:"millicores"`
	MiB        int64 `json:"mib"`
	GPUs       int64 `json:"gpus"`
	Spot       bool  `json:"spot"`
	Count      int   `json:"count"`
}

type group struct {
	Millicores int64 `json:"millicores"`
	MiB        int64 `json:"mib"`
	GPUs       int64 `json:"gpus"`
	OffSpot    bool  `json:"offSpot"`
	Count      int   `json:"count"`
}

type question struct {
	ID    string    `json:"id"`
	Nodes []machine `json:"nodes"`
	Pods  []group   `json:"pods"`
}

func resources(millicores, mib, gpus int64) v1.ResourceList {
	list := v1.ResourceList{
		v1.ResourceCPU:    *resource.NewMilliQuantity(millicores, resource.DecimalSI),
		v1.ResourceMemory: *resource.NewQuantity(mib*1024*1024, resource.BinarySI),
	}
	if gpus > 0 {
		list["nvidia.com/gpu"] = *resource.NewQuantity(gpus, resource.DecimalSI)
	}
	return list
}

func ask(q question) (int, int) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	client := fake.NewSimpleClientset()
	var mutex sync.Mutex
	bound := map[string]string{}
	failed := map[string]bool{}
	changed := make(chan struct{}, 100000)
	pods := v1.SchemeGroupVersion.WithResource("pods")
	client.PrependReactor("create", "pods", func(action clienttesting.Action) (bool, runtime.Object, error) {
		if action.GetSubresource() != "binding" {
			return false, nil, nil
		}
		binding := action.(clienttesting.CreateAction).GetObject().(*v1.Binding)
		object, err := client.Tracker().Get(pods, "default", binding.Name)
		if err != nil {
			return true, nil, err
		}
		pod := object.(*v1.Pod).DeepCopy()
		pod.Spec.NodeName = binding.Target.Name
		if err := client.Tracker().Update(pods, pod, "default"); err != nil {
			return true, nil, err
		}
		mutex.Lock()
		bound[binding.Name] = binding.Target.Name
		delete(failed, binding.Name)
		mutex.Unlock()
		changed <- struct{}{}
		return true, binding, nil
	})
	client.PrependReactor("patch", "pods", func(action clienttesting.Action) (bool, runtime.Object, error) {
		// The scheduler writes the condition PodScheduled=False of a pod that fits nowhere.
		name := action.(clienttesting.PatchAction).GetName()
		mutex.Lock()
		if _, ok := bound[name]; !ok {
			failed[name] = true
		}
		mutex.Unlock()
		changed <- struct{}{}
		return false, nil, nil
	})
	// What is created between an informer's list and its watch, the stand-in would never tell.
	watched := make(chan struct{})
	var once sync.Once
	client.PrependWatchReactor("pods", func(action clienttesting.Action) (bool, watch.Interface, error) {
		pods, err := client.Tracker().Watch(pods, action.GetNamespace())
		once.Do(func() { close(watched) })
		return true, pods, err
	})
	factory := informers.NewSharedInformerFactory(client, 0)
	broadcaster := events.NewBroadcaster(&events.EventSinkImpl{Interface: client.EventsV1()})
	sched, err := scheduler.New(ctx, client, factory, nil, profile.NewRecorderFactory(broadcaster),
		scheduler.WithPodInitialBackoffSeconds(1), scheduler.WithPodMaxBackoffSeconds(1))
	if err != nil {
		panic(err)
	}
	number := 0
	for _, m := range q.Nodes {
		for i := 0; i < m.Count; i++ {
			name := fmt.Sprintf("node-%05d", number)
			number++
			r := resources(m.Millicores, m.MiB, m.GPUs)
			r[v1.ResourcePods] = *resource.NewQuantity(250, resource.DecimalSI)
			node := &v1.Node{
				ObjectMeta: metav1.ObjectMeta{Name: name, Labels: map[string]string{"spot": fmt.Sprint(m.Spot), "kubernetes.io/hostname": name}},
				Status:     v1.NodeStatus{Capacity: r, Allocatable: r},
			}
			if _, err := client.CoreV1().Nodes().Create(ctx, node, metav1.CreateOptions{}); err != nil {
				panic(err)
			}
		}
	}
	factory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())
	if err := sched.WaitForHandlersSync(ctx); err != nil {
		panic(err)
	}
	<-watched
	go sched.Run(ctx)
	all := 0
	for g, p := range q.Pods {
		for i := 0; i < p.Count; i++ {
			name := fmt.Sprintf("pod-%d-%05d", g, i)
			pod := &v1.Pod{
				ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: "default", UID: types.UID("uid-" + name)},
				Spec: v1.PodSpec{
					SchedulerName: v1.DefaultSchedulerName,
					Containers: []v1.Container{{
						Name: "spark", Image: "spark",
						Resources: v1.ResourceRequirements{Requests: resources(p.Millicores, p.MiB, p.GPUs)},
					}},
				},
			}
			if p.OffSpot {
				pod.Spec.NodeSelector = map[string]string{"spot": "false"}
			}
			if _, err := client.CoreV1().Pods("default").Create(ctx, pod, metav1.CreateOptions{}); err != nil {
				panic(err)
			}
			all++
		}
		// Drivers make their executors: one group is placed before the next one comes.
		deadline := time.After(60 * time.Second)
		for {
			mutex.Lock()
			done := len(bound) + len(failed)
			mutex.Unlock()
			if done >= all {
				break
			}
			select {
			case <-changed:
			case <-deadline:
				return len(bound), all
			}
		}
	}
	mutex.Lock()
	defer mutex.Unlock()
	return len(bound), all
}

func main() {
	clusters, pods, pending := 0, 0, 0
	// The stand-in panics when a watcher falls behind.
	watch.DefaultChanSize = 100000
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	for lines.Scan() {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			panic(err)
		}
		placed, all := ask(q)
		if placed < all {
			fmt.Printf("%s: %d of %d pods placed\n", q.ID, placed, all)
		}
		clusters++
		pods += all
		pending += all - placed
	}
	fmt.Printf("kube-scheduler: %d clusters, %d pods, %d of them pending\n", clusters, pods, pending)
	if pending > 0 || clusters == 0 {
		os.Exit(1)
	}
}
